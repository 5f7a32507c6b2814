import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { CONTROL_PATH, createControl } from "./control/control.js";
import type { ControlTarget } from "./control/control-target.js";
import { isLoopback } from "./control/guard.js";
import { type HostRequest, type HostResponse, textResponse } from "./message.js";
import { MAXIMAL_BODY, readBody, receiveMessage } from "./receive-message.js";

/** Where a host is to listen. */
export interface ListenOptions {
  /** Port; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Network interface; `127.0.0.1`, the default, keeps others on the network out. */
  readonly hostname?: string | undefined;
  /**
   * Whether requests below {@link CONTROL_PATH} tell the service what is to happen next; false if left out. Only where
   * `hostname` is the machine's own, such as `127.0.0.1`: on any other they are off, whatever this says.
   */
  readonly control?: boolean | undefined;
}

/** A host that listens. */
export interface Listener {
  /** What a client takes as its `endpoint`, e.g. `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  readonly port: number;
  /** Where control requests go, e.g. `http://127.0.0.1:4566/_local`; absent where they are off. */
  readonly control?: string | undefined;
  /** Stops listening and drops all connections. May be called again. */
  close(): Promise<void>;
}

/** Milliseconds that an idle connection is kept: a minute, longer than clients keep theirs, as load balancers do. */
const IDLE_TIME = 60_000;

/**
 * Answers requests on a port.
 *
 * @param target - what control requests are for
 * @throws the system's error if the port cannot be had, e.g. EADDRINUSE
 */
export const listen = async (
  respond: (request: HostRequest) => Promise<HostResponse>,
  { port = 0, hostname = "127.0.0.1", control = false }: ListenOptions = {},
  target?: ControlTarget,
): Promise<Listener> => {
  const { createServer } = await loadHttp();
  const answerControl =
    control && target !== undefined && isLoopback(hostname) ? createControl(target) : undefined;
  const answer = async (request: HostRequest): Promise<HostResponse> =>
    answerControl?.(request) ?? respond(request);
  const server = createServer((message, reply) => {
    exchange(answer, message, reply).catch(() => message.socket.destroy());
  });
  server.keepAliveTimeout = IDLE_TIME;
  const bound = await bind(server, port, hostname);
  const address = hostname.includes(":") ? `[${hostname}]` : hostname;
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= closeServer(server);
    return closed;
  };
  const endpoint = `http://${address}:${bound}`;
  const controlled = answerControl === undefined ? {} : { control: `${endpoint}${CONTROL_PATH}` };
  return { endpoint, port: bound, ...controlled, close };
};

/** Only here, so that a host that stays within its process runs where there is no node:http. */
const loadHttp = async (): Promise<typeof import("node:http")> => {
  try {
    return await import("node:http");
  } catch (cause) {
    const message =
      "There is no node:http here to listen with: only Node, Bun and Deno have it. " +
      "Call within the process instead, with what clientConfig() gives without a listener.";
    throw new Error(message, { cause });
  }
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
