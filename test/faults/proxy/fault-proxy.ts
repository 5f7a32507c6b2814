import { createServer, type Server, type Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { testCertificate } from "../../../runtime/src/testing/test-certificate.js";
import type { Exchange, FaultPlan } from "./exchange.js";
import { ProxiedConnection } from "./proxied-connection.js";

/** How a proxy is set up. */
export interface FaultProxyOptions {
  readonly servicePort: number;
  readonly plan: FaultPlan;
  /** Where what comes is written down; several proxies may share it. */
  readonly exchanges: Exchange[];
  readonly isSecure: boolean;
  /** Treats a new connection in a way of its own, and says whether it does; connections count from 1. */
  readonly onConnection?: (socket: Socket, number: number) => boolean;
}

/** A TCP proxy in front of the service. */
export interface FaultProxy {
  readonly port: number;
  /** Connections of clients that are open. */
  readonly open: ReadonlySet<Socket>;
  /** Refuses connections until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

const secureContext = createSecureContext(testCertificate);

/** Starts a proxy on a free port of the loopback interface. */
export const startFaultProxy = async (options: FaultProxyOptions): Promise<FaultProxy> => {
  const open = new Set<Socket>();
  let accepted = 0;
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (raw) => {
    open.add(raw);
    raw.on("error", () => {}).on("close", () => open.delete(raw));
    if (options.onConnection?.(raw, ++accepted) !== true) serve(raw, options);
  });
  const port = await listen(server, 0);
  const stop = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  return {
    port,
    open,
    pause: stop,
    resume: async () => void (await listen(server, port)),
    close: stop,
  };
};

/** Carries a connection to the service and back. */
export const serve = (raw: Socket, { isSecure, servicePort, plan, exchanges }: FaultProxyOptions): void => {
  const client = isSecure ? new TLSSocket(raw, { isServer: true, secureContext }) : raw;
  new ProxiedConnection({ client, raw, servicePort, plan, exchanges });
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
