import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type HostRequest, type HostResponse, textResponse } from "./message.js";
import { MAXIMAL_BODY, readBody, receiveMessage } from "./receive-message.js";

/** Where a host is to listen. */
export interface ListenOptions {
  /** Port; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Network interface; `127.0.0.1`, the default, keeps others on the network out. */
  readonly hostname?: string | undefined;
}

/** A host that listens. */
export interface Listener {
  /** What a client takes as its `endpoint`, e.g. `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  readonly port: number;
  /** Stops listening and drops all connections. May be called again. */
  close(): Promise<void>;
}

/** Milliseconds that an idle connection is kept: a minute, longer than clients keep theirs, as load balancers do. */
const IDLE_TIME = 60_000;

/**
 * Answers requests on a port.
 *
 * @throws the system's error if the port cannot be had, e.g. EADDRINUSE
 */
export const listen = async (
  respond: (request: HostRequest) => Promise<HostResponse>,
  { port = 0, hostname = "127.0.0.1" }: ListenOptions = {},
): Promise<Listener> => {
  // Only here, so that a host that stays within its process runs where there is no node:http.
  const { createServer } = await import("node:http");
  const server = createServer((message, reply) => {
    exchange(respond, message, reply).catch(() => message.socket.destroy());
  });
  server.keepAliveTimeout = IDLE_TIME;
  const bound = await bind(server, port, hostname);
  const address = hostname.includes(":") ? `[${hostname}]` : hostname;
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= closeServer(server);
    return closed;
  };
  return { endpoint: `http://${address}:${bound}`, port: bound, close };
};

const bind = (server: Server, port: number, hostname: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });

const exchange = async (
  respond: (request: HostRequest) => Promise<HostResponse>,
  message: IncomingMessage,
  reply: ServerResponse,
): Promise<void> => {
  const body = await readBody(message);
  const response = body === undefined ? bodyTooLong() : await respond(receiveMessage(message, body));
  if (response.breaks === "before") {
    message.socket.destroy();
    return;
  }
  reply.writeHead(response.statusCode, { ...response.headers, "content-length": response.body.byteLength });
  if (response.breaks === undefined) reply.end(response.body);
  else reply.write(response.body.subarray(0, response.body.byteLength / 2), () => message.socket.destroy());
};

/** Not an entry in the journal: the request never reached the host. */
const bodyTooLong = (): HostResponse =>
  textResponse(
    413,
    { "content-type": "application/json", "x-amzn-errortype": "RequestEntityTooLargeException" },
    JSON.stringify({ message: `The request body is longer than ${MAXIMAL_BODY} bytes` }),
  );
