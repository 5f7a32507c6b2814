import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { testCertificate } from "./test-certificate.js";

/** A request as it came over the wire. */
export interface CapturedRequest {
  readonly method: string;
  /** Path and query, untouched by any URL parser. */
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  /** As text; where that is not what matters, see `bytes`. */
  readonly body: string;
  readonly bytes: Buffer;
  /** Which of the server's connections it came over, from 1. */
  readonly connection: number;
}

/** What a test wants answered. */
export interface PlannedResponse {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Answers a request; `index` counts from 0. A responder that answers by itself returns nothing. */
export type Responder = (
  request: CapturedRequest,
  index: number,
  raw: { response: ServerResponse; socket: Socket },
) => PlannedResponse | undefined | Promise<PlannedResponse | undefined>;

/** A real HTTP server on a free port of the loopback interface. */
export interface LocalServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly requests: CapturedRequest[];
  close(): Promise<void>;
}

/**
 * Starts a server; answers `{}` with 200 where the responder has nothing to say.
 *
 * @param protocol - `https` comes with a certificate that nobody trusts, see {@link testCertificate}
 */
export async function startServer(
  responder: Responder = () => ({}),
  protocol: "http" | "https" = "http",
): Promise<LocalServer> {
  const requests: CapturedRequest[] = [];
  const connections = new Map<Socket, number>();
  const listener: RequestListener = (request, response) => {
    void answer(request, response, requests, connections, responder);
  };
  const server = protocol === "http" ? createServer(listener) : createTlsServer(testCertificate, listener);
  // Tests that are slow on a busy machine must not meet a connection that the server is just closing.
  server.keepAliveTimeout = 0;
  server.on(protocol === "http" ? "connection" : "secureConnection", (socket: Socket) => {
    connections.set(socket, connections.size + 1);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `${protocol}://127.0.0.1:${port}`, port, requests, close, [Symbol.asyncDispose]: close };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requests: CapturedRequest[],
  connections: Map<Socket, number>,
  responder: Responder,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const captured: CapturedRequest = {
    method: request.method ?? "",
    url: request.url ?? "",
    headers: request.headers,
    body: bytes.toString(),
    bytes,
    connection: connections.get(request.socket) ?? 0,
  };
  requests.push(captured);
  const planned = await responder(captured, requests.length - 1, { response, socket: request.socket });
  if (planned === undefined) return;
  const { status = 200, headers = {}, body = "{}" } = planned;
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}
