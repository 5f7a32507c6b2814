import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
  request as send,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { testCertificate } from "./test-certificate.js";

/** A request as it came to the proxy. */
export interface ProxiedRequest {
  readonly method: string;
  /** `host:port` of a tunnel, or the whole URL of a request that is to be sent on. */
  readonly target: string;
  readonly authorization: string | undefined;
  /** Which of the proxy's connections it came over, from 1. */
  readonly connection: number;
}

/** What the proxy does with a tunnel: opens it, refuses it with a status, hangs up, or says nothing. */
export type TunnelPlan = "open" | "hang up" | "silent" | number;

/** A real HTTP proxy on a free port of the loopback interface. */
export interface LocalProxy extends AsyncDisposable {
  readonly host: string;
  readonly requests: ProxiedRequest[];
  /** Connections to the proxy that are open, and what number they have. */
  readonly connections: ReadonlyMap<Socket, number>;
}

/**
 * Starts a proxy. Whatever host it is asked for, it connects to this machine, so that tests can use any name.
 *
 * @param plan - what it does with each request
 * @param protocol - `https` comes with a certificate that nobody trusts, see {@link testCertificate}
 */
export async function startProxy(
  plan: TunnelPlan = "open",
  protocol: "http" | "https" = "http",
): Promise<LocalProxy> {
  const requests: ProxiedRequest[] = [];
  const connections = new Map<Socket, number>();
  let accepted = 0;
  const capture = ({ method = "", url = "", headers, socket }: IncomingMessage): void => {
    const connection = connections.get(socket) ?? 0;
    requests.push({ method, target: url, authorization: headers["proxy-authorization"], connection });
  };
  const listener: RequestListener = (request, response) => {
    capture(request);
    if (typeof plan === "number") response.writeHead(plan).end();
    else sendOn(request, response);
  };
  const server = protocol === "http" ? createServer(listener) : createTlsServer(testCertificate, listener);
  server.on(protocol === "http" ? "connection" : "secureConnection", (socket: Socket) => {
    connections.set(socket, ++accepted);
    socket.on("close", () => connections.delete(socket)).on("error", () => {});
  });
  server.on("connect", (request: IncomingMessage, client: Socket) => {
    capture(request);
    openTunnel(plan, Number(request.url?.split(":").at(-1)), client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    for (const socket of connections.keys()) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  const { port } = server.address() as AddressInfo;
  return { host: `127.0.0.1:${port}`, requests, connections, [Symbol.asyncDispose]: close };
}

function openTunnel(plan: TunnelPlan, port: number, client: Socket): void {
  if (plan === "silent") {
    // It is closed when the other side closes it.
    client.on("end", () => client.destroy()).resume();
    return;
  }
  if (plan === "hang up") {
    client.destroy();
    return;
  }
  if (typeof plan === "number") {
    client.end(`HTTP/1.1 ${plan} No\r\ncontent-type: application/json\r\n\r\n{"message":"no"}`);
    return;
  }
  const service = connect(port, "127.0.0.1", () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    service.pipe(client).pipe(service);
  });
  service.on("error", () => client.destroy()).on("close", () => client.destroySoon());
  client.on("close", () => service.destroy());
}

function sendOn(request: IncomingMessage, response: ServerResponse): void {
  const { port, pathname, search } = new URL(request.url ?? "");
  const { method, headers } = request;
  const onward = send({ host: "127.0.0.1", port, path: pathname + search, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.writeHead(502).end());
  request.pipe(onward);
}
