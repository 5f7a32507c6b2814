import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { testCertificate } from "../../../runtime/src/testing/test-certificate.js";

/** What a server does with a connection; requests are not read for it. */
export type Behaviour = (socket: Socket) => void;

/** A server that speaks no protocol by itself. */
export interface RawServer extends AsyncDisposable {
  readonly port: number;
  /** Every connection there was. */
  readonly sockets: readonly Socket[];
  /** Waits until no connection is open. */
  readonly allClosed: () => Promise<void>;
}

/** Starts a server on the loopback interface; what it writes to a connection that is gone goes nowhere. */
export async function startRawServer(
  behaviour: Behaviour,
  protocol: "tcp" | "tls" = "tcp",
): Promise<RawServer> {
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

const JSON_HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

/** Says something as soon as a request comes. */
const answer =
  (say: (socket: Socket) => void): Behaviour =>
  (socket) => {
    socket.once("data", () => say(socket));
    socket.resume();
  };

/** Says one thing after the other, for as long as somebody listens. */
function drip(socket: Socket, parts: Iterable<string>): void {
  const rest = parts[Symbol.iterator]();
  const timer = setInterval(() => {
    const { value, done } = rest.next();
    if (done !== true && socket.writable) socket.write(value);
  }, 10);
  socket.on("close", () => clearInterval(timer));
}

function* forever(part: string): Generator<string> {
  for (;;) yield part;
}

/** Servers whose answers never come to their end. */
export const endless: Readonly<Record<string, Behaviour>> = {
  "says nothing": answer(() => {}),
  "sends half the head": answer((socket) => socket.write(JSON_HEAD)),
  "drips the head byte by byte": answer((socket) => drip(socket, `${JSON_HEAD}x-long: ${"x".repeat(9_999)}`)),
  "sends header lines without end": answer((socket) => {
    socket.write(JSON_HEAD);
    drip(socket, forever("x-more: y\r\n"));
  }),
  "sends early hints without end": answer((socket) =>
    drip(socket, forever("HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n")),
  ),
  "says to continue without end": answer((socket) => drip(socket, forever("HTTP/1.1 100 Continue\r\n\r\n"))),
  "drips the body": answer((socket) => {
    socket.write(`${JSON_HEAD}content-length: 9999\r\n\r\n{"a":"`);
    drip(socket, forever("b"));
  }),
  "never ends a chunked body": answer((socket) =>
    socket.write(`${JSON_HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`),
  ),
  "never closes a body without a length": answer((socket) =>
    socket.write(`${JSON_HEAD}connection: close\r\n\r\n{}`),
  ),
  "sends less than it announced": answer((socket) => socket.write(`${JSON_HEAD}content-length: 9\r\n\r\n{}`)),
};
