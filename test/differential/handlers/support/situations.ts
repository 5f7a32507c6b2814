import type { Http2ServerResponse } from "node:http2";
import { type LocalServer, startServer } from "../../../../runtime/src/testing/local-server.js";
import { startHttp2Server } from "./http2-server.js";

/** What a server does with a request, however it speaks HTTP. */
export type Behaviour = "result" | "empty" | "big" | "failed" | "refused" | "dropped" | "cut" | "silent";

/** Letters in the big body. */
const BIG = 3_000_000;

/** Milliseconds that handlers wait for a silent server. */
export const HANDLER_LIMIT = 150;

const answers: Partial<Record<Behaviour, { readonly status: number; readonly body: string }>> = {
  result: { status: 200, body: '{"jobId":"j","status":"PENDING"}' },
  empty: { status: 200, body: "" },
  big: { status: 200, body: `{"error":"${"ä".repeat(BIG)}"}` },
  failed: { status: 504, body: '{"__type":"GatewayTimeoutException","message":"too late"}' },
};

/** Half of a body, whose other half never comes. */
const HALF = '{"jobId":';

/** Starts a server that treats every request alike. */
export async function startBehaving(behaviour: Behaviour, http2: boolean): Promise<LocalServer> {
  const server = http2 ? await startHttp2Server(http2Responder(behaviour)) : await startHttp1(behaviour);
  // Nobody listens there any more.
  if (behaviour === "refused") await server.close();
  return server;
}

function startHttp1(behaviour: Behaviour): Promise<LocalServer> {
  return startServer((_request, _index, { response, socket }) => {
    if (behaviour === "dropped") socket.destroy();
    if (behaviour === "cut") {
      response.writeHead(200, { "content-length": "100" });
      response.write(HALF, () => setTimeout(() => socket.destroy(), 20));
    }
    return answers[behaviour];
  });
}

function http2Responder(behaviour: Behaviour): (response: Http2ServerResponse) => void {
  return (response) => {
    const { session } = response.stream;
    if (behaviour === "dropped") session?.destroy();
    if (behaviour === "cut") response.stream.write(HALF, () => setTimeout(() => session?.destroy(), 20));
    const answer = answers[behaviour];
    if (answer !== undefined) response.writeHead(answer.status).end(answer.body);
  };
}
