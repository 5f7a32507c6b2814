import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { testCertificate } from "../../runtime/src/testing/test-certificate.js";

/** What a server does with a connection. */
export type Behaviour = (socket: Socket) => void;

/** A server on the loopback interface that speaks no protocol by itself. */
export interface TcpServer extends AsyncDisposable {
  readonly port: number;
  /** Every connection there was, from the first to the last. */
  readonly sockets: readonly Socket[];
  /** Waits until no connection is open. */
  readonly allClosed: () => Promise<void>;
}

/** Starts a server; what it writes to a connection that is gone goes nowhere. */
export async function startTcpServer(
  behaviour: Behaviour,
  protocol: "tcp" | "tls" = "tcp",
): Promise<TcpServer> {
  const sockets: Socket[] = [];
  const accept = (socket: Socket): void => {
    sockets.push(socket);
    socket.on("error", () => {});
    behaviour(socket);
  };
  const server = protocol === "tcp" ? createServer(accept) : createTlsServer(testCertificate, accept);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    sockets,
    allClosed: async () => {
      for (const socket of sockets) {
        // Not `once`, which fails where the connection ends with an error.
        if (!socket.closed) await new Promise((resolve) => socket.on("close", resolve));
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
