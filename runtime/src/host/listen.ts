import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type HostRequest, type HostResponse, parseQuery } from "./message.js";

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
  /** Stops listening and drops all connections. */
  close(): Promise<void>;
}

/** Bodies above this many bytes are refused: 10 MB, as much as API Gateway takes. */
const MAXIMAL_BODY = 10 * 1024 * 1024;

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
    exchange(respond, message, reply).catch(() => message.destroy());
  });
  server.keepAliveTimeout = IDLE_TIME;
  const bound = await bind(server, port, hostname);
  const address = hostname.includes(":") ? `[${hostname}]` : hostname;
  return { endpoint: `http://${address}:${bound}`, port: bound, close: () => close(server) };
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

const close = (server: Server): Promise<void> =>
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
  if (body === undefined) {
    reply.writeHead(413, { connection: "close" }).end();
    return;
  }
  const response = await respond(receive(message, body));
  reply.writeHead(response.statusCode, { ...response.headers, "content-length": response.body.byteLength });
  reply.end(response.body);
};

/** The whole body; nothing where it is too long. */
const readBody = async (message: IncomingMessage): Promise<Uint8Array | undefined> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > MAXIMAL_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
};

const receive = (message: IncomingMessage, body: Uint8Array): HostRequest => {
  const [, path = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(message.url ?? "") ?? [];
  return {
    method: message.method ?? "",
    path,
    query: parseQuery(query),
    headers: receiveHeaders(message),
    body,
  };
};

/** All headers as they came: `message.headers` drops some duplicates, which a signature may cover. */
const receiveHeaders = ({ rawHeaders }: IncomingMessage): Record<string, string> => {
  const headers = new Map<string, string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? "").toLowerCase();
    const value = rawHeaders[index + 1] ?? "";
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(headers);
};
