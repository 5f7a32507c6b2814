import type { Socket } from "node:net";
import { startTcpServer } from "../../support/tcp-server.js";

/** Writes the answer to one request, byte by byte as it likes. */
export type RawResponder = (socket: Socket, index: number) => void;

/** A server on the loopback interface that speaks HTTP only as far as its responder does. */
export interface RawServer extends AsyncDisposable {
  readonly url: string;
  /** Requests that came, each as its head. */
  readonly requests: readonly string[];
  /** Connections that came, from the first to the last. */
  readonly connections: number;
  /** Connections that are open now. */
  readonly open: number;
}

/** Starts a server that calls its responder once for each request that is complete; `index` counts from 0. */
export async function startRawServer(respond: RawResponder): Promise<RawServer> {
  const requests: string[] = [];
  const { port, sockets, ...server } = await startTcpServer((socket) => {
    let received = "";
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      for (let size = sizeOfRequest(received); size !== undefined; size = sizeOfRequest(received)) {
        requests.push(received.slice(0, received.indexOf("\r\n\r\n")));
        received = received.slice(size);
        respond(socket, requests.length - 1);
      }
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    get connections() {
      return sockets.length;
    },
    get open() {
      return sockets.filter(({ closed }) => !closed).length;
    },
    [Symbol.asyncDispose]: server[Symbol.asyncDispose],
  };
}

/** Of the first request, as soon as all of it is there. */
function sizeOfRequest(received: string): number | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [, length = "0"] = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end)) ?? [];
  const size = end + 4 + Number(length);
  return received.length >= size ? size : undefined;
}

/** What a response is written from. */
export interface ResponseParts {
  readonly status?: number | string;
  /** Lines without their ends. */
  readonly headers?: readonly string[];
  readonly body?: string | Uint8Array;
  /** Whether to say the body's length, which is the default, or to end the connection after it. */
  readonly length?: number | "none";
}

/** The bytes of a response. */
export function responseOf({ status = 200, headers = [], body = "", length }: ResponseParts): Buffer {
  const bytes = Buffer.from(body as string);
  const lines = [
    `HTTP/1.1 ${typeof status === "number" ? `${status} Status` : status}`,
    ...headers,
    ...(length === "none" ? ["Connection: close"] : [`Content-Length: ${length ?? bytes.length}`]),
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), bytes]);
}

/** A body in chunks, as bytes after the head. */
export function chunked(chunks: readonly (string | Uint8Array)[], isComplete = true): Buffer {
  const parts = chunks.flatMap((chunk) => {
    const bytes = Buffer.from(chunk as string);
    return [Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")];
  });
  return Buffer.concat([...parts, Buffer.from(isComplete ? "0\r\n\r\n" : "")]);
}
