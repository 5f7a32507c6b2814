// Answers like AmplifyBackend, as fast as Node can: what is measured is who asks.
import { createServer } from "node:http";

const JOB = {
  appId: "d2fxkq1example",
  backendEnvironmentName: "dev",
  jobId: "5f0e1d2c-clone-example",
  operation: "CloneBackend",
  status: "PENDING",
};
const CLONE = Buffer.from(JSON.stringify(JOB));
const LOOK = Buffer.from(
  JSON.stringify({ ...JOB, createTime: "1596700000000", updateTime: "1596700002000" }),
);

const server = createServer((request, response) => {
  const isSigned = request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 ") === true;
  const body = request.method === "GET" ? LOOK : CLONE;
  request.resume().on("end", () => {
    response.writeHead(isSigned ? 200 : 403, {
      "content-type": "application/json",
      "content-length": body.length,
    });
    response.end(body);
  });
});
// Connections are to last for as long as others are measured.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () =>
  process.send?.({ endpoint: `http://127.0.0.1:${server.address().port}` }),
);
process.on("disconnect", () => process.exit());
