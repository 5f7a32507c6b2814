import {
  createServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
} from "node:http2";
import type { AddressInfo } from "node:net";
import type { CapturedRequest, LocalServer } from "../../../../runtime/src/testing/local-server.js";

/** Answers a request over HTTP/2, or fails to. */
export type Http2Responder = (response: Http2ServerResponse) => void;

/** Starts a server that speaks HTTP/2 without TLS, as its clients have to know; answers `{}` unless told otherwise. */
export async function startHttp2Server(
  respond: Http2Responder = (response) => void response.end("{}"),
): Promise<LocalServer> {
  const requests: CapturedRequest[] = [];
  const sessions: ServerHttp2Session[] = [];
  const server = createServer((request, response) => {
    request.on("error", () => {});
    void capture(request, sessions).then((captured) => {
      requests.push(captured);
      respond(response);
    });
  });
  server.on("session", (session) => sessions.push(session));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => {
    for (const session of sessions) session.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}`, port, requests, close, [Symbol.asyncDispose]: close };
}

async function capture(
  request: Http2ServerRequest,
  sessions: readonly ServerHttp2Session[],
): Promise<CapturedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const { method, url, headers, stream } = request;
  const connection = sessions.indexOf(stream.session as ServerHttp2Session) + 1;
  return { method, url, headers: { ...headers }, body: bytes.toString(), bytes, connection };
}
