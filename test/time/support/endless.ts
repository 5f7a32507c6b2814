import type { Socket } from "node:net";
import type { Behaviour } from "../../support/tcp-server.js";

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
