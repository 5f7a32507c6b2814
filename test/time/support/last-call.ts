import { GetBackendJobCommand } from "../../../runtime/src/testing/amplify.js";
import { testClient } from "../../../runtime/src/testing/clients.js";

// Calls one server that answers and one that does not, in every way that a call can end, and has nothing else to do then.
const [, , answering, silent] = process.argv;
const command = new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "c" });
const client = testClient({ endpoint: answering, maxAttempts: 1 });
const waiting = testClient({ endpoint: silent, maxAttempts: 1 });
const lost = testClient({
  endpoint: "http://service.test",
  requestHandler: { httpAgent: { lookup: () => {} } },
  maxAttempts: 1,
});

const ends = await Promise.all([
  client.safeSend(command),
  client.safeSend(command, { abortSignal: new AbortController().signal }),
  client.safeSend(command, { abortSignal: AbortSignal.abort() }),
  waiting.safeSend(command, { callTimeout: 50 }),
  waiting.safeSend(command, { requestTimeout: 50 }),
  waiting.safeSend(command, { abortSignal: AbortSignal.timeout(50) }),
  lost.safeSend(command, { connectionTimeout: 50 }),
  lost.safeSend(command, { callTimeout: 50 }),
]);
console.log(ends.map((end) => (end.success ? "result" : end.error.name)).join());
