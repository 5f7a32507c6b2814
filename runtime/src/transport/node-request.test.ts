import { once } from "node:events";
import { Agent, type AgentOptions } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { exchange } from "./exchange.js";
import type { HttpHandler, HttpRequest } from "./http-handler.js";
import { NodeHandler } from "./node-handler.js";

const OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";
const TOO_LARGE = "HTTP/1.1 413 Too Large\r\ncontent-length: 2\r\n\r\n{}";
const RETRIED = "the service may have executed the call";

const LIMITS = { timeout: 30_000, abortSignal: undefined, freshConnection: true, maxResponseSize: 1e9 };

let close = (): void => {};
afterEach(() => close());

const unhandled = jest.fn();
process.on("uncaughtExceptionMonitor", unhandled);

/** Starts a server that does with a connection what it likes, once something has come over it. */
async function startRaw(act: (socket: Socket, first: Buffer) => void, path?: string): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
    socket.once("data", (first) => act(socket, first));
  });
  if (path === undefined) server.listen(0, "127.0.0.1");
  else server.listen(path);
  await once(server, "listening");
  close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return path === undefined ? (server.address() as AddressInfo).port : 1;
}

interface Ending {
  readonly end: string;
  /** Connections that the agent counts as in use, and those that it keeps. */
  readonly inUse: number;
  readonly free: number;
}

const countOf = (sockets: NodeJS.ReadOnlyDict<unknown[]>): number => Object.values(sockets).flat().length;

async function endOf(
  port: number,
  more: Partial<HttpRequest> = {},
  options: AgentOptions = {},
): Promise<Ending> {
  const agent = new Agent({ keepAlive: true, ...options });
  const handler = new NodeHandler({ httpAgent: agent });
  const end = await exchangeWith(handler, port, more);
  // The connection is put back, or gone, in the moments after.
  for (let tries = 0; countOf(agent.sockets) > 0 && tries < 2000; tries++) await pause(5);
  const ending = { end, inUse: countOf(agent.sockets), free: countOf(agent.freeSockets) };
  handler.destroy();
  return ending;
}

async function exchangeWith(handler: HttpHandler, port: number, more: Partial<HttpRequest>): Promise<string> {
  const place = { method: "POST", protocol: "http:", hostname: "127.0.0.1", port, path: "/", query: {} };
  try {
    const response = await exchange(handler, { ...place, headers: {}, ...more }, LIMITS);
    return `${response.statusCode} ${Buffer.from(response.body)}`;
  } catch (error) {
    const { name, phase, code, message } = error as Error & { phase?: string; code?: string };
    return [name, phase, code, ...(message.includes(RETRIED) ? [RETRIED] : [])].join(", ");
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const head = (line: string, ...headers: string[]): string =>
  `HTTP/1.1 ${line}\r\n${headers.map((header) => `${header}\r\n`).join("")}\r\n`;

const BROKEN = "NetworkError, receive, ECONNRESET";
const CHUNKED = head("200 OK", "transfer-encoding: chunked");

const ANSWERS: Record<string, [act: (socket: Socket) => void, end: string, free?: number]> = {
  "a chunk that is none, at once": [(socket) => socket.write(`${CHUNKED}zz\r\n{}`), BROKEN],
  "a chunk that is none, after another": [(socket) => socket.write(`${CHUNKED}2\r\n{}\r\nzz\r\n{}`), BROKEN],
  "less than its length": [(socket) => socket.end(`${head("200 OK", "content-length: 5")}{}`), BROKEN],
  "a head, then a reset": [
    (socket) => socket.write(head("200 OK", "content-length: 5"), () => socket.resetAndDestroy()),
    BROKEN,
  ],
  "the end of the connection": [(socket) => socket.end(), `NetworkError, unknown, ECONNRESET, ${RETRIED}`],
  "a reset": [(socket) => socket.resetAndDestroy(), `NetworkError, unknown, ECONNRESET, ${RETRIED}`],
  "another protocol": [
    (socket) => socket.write(`${head("101 Switching", "connection: upgrade", "upgrade: other")}abc`),
    `NetworkError, unknown, , ${RETRIED}`,
  ],
  "news before its answer": [
    (socket) => socket.write(`${head("103 Early Hints", "link: </a>")}${OK}`),
    "200 {}",
    1,
  ],
  "leave to go on": [(socket) => socket.write(`${head("100 Continue")}${OK}`), "200 {}", 1],
  "a body where none may be, 204": [
    (socket) => socket.write(`${head("204 No Content", "content-length: 2")}{}`),
    "204 ",
  ],
  "a body where none may be, 304": [
    (socket) => socket.write(`${head("304 Not Modified", "content-length: 2")}{}`),
    "304 ",
  ],
  "two answers": [(socket) => socket.write(OK + OK), "200 {}"],
  "its word that it closes": [
    (socket) => socket.end(`${head("200 OK", "connection: close", "content-length: 2")}{}`),
    "200 {}",
  ],
  "a body without a length": [(socket) => socket.end(`${head("200 OK")}{}`), "200 {}"],
  "a head that is too long": [
    (socket) => socket.write(head("200 OK", `a: ${"b".repeat(20_000)}`)),
    "NetworkError, receive, HPE_HEADER_OVERFLOW",
  ],
};

describe("a server that answers with", () => {
  test.each(Object.entries(ANSWERS))("%s", async (_what, [act, end, free = 0]) => {
    const port = await startRaw(act);
    expect(await endOf(port)).toEqual({ end, inUse: 0, free });
  });

  test.each(["GET", "HEAD"])("a refusal of what a %s announces", async (method) => {
    const port = await startRaw((socket) => socket.write(head("417 No", "content-length: 0")));
    const headers = { expect: "100-continue" };
    expect(await endOf(port, { method, headers })).toMatchObject({ end: "417 ", inUse: 0 });
  });
});

describe("an answer that comes before the request is sent", () => {
  const body = new Uint8Array(30_000_000);

  test("is read, and the connection given up, though the server never reads the rest", async () => {
    const port = await startRaw((socket) => socket.pause().write(TOO_LARGE));
    expect(await endOf(port, { body })).toEqual({ end: "413 {}", inUse: 0, free: 0 });
  });

  test("is read from a server that closes after it", async () => {
    const port = await startRaw((socket) => socket.resume().end(TOO_LARGE));
    expect(await endOf(port, { body })).toEqual({ end: "413 {}", inUse: 0, free: 0 });
  });
});

test("a large body arrives in full from a server that takes its time", async () => {
  const size = 5_000_000;
  const port = await startRaw((socket, first) => {
    let received = first.length - first.indexOf("\r\n\r\n") - 4;
    socket.on("data", (chunk: Buffer) => {
      received += chunk.length;
      socket.pause();
      setImmediate(() => socket.resume());
      if (received >= size) socket.write(OK);
    });
  });
  const headers = { "content-length": String(size) };
  expect(await endOf(port, { headers, body: Buffer.alloc(size) })).toEqual({
    end: "200 {}",
    inUse: 0,
    free: 1,
  });
});

describe("a body that cannot be sent leaves no connection behind:", () => {
  test("of a kind that Node does not know", async () => {
    const port = await startRaw(() => {});
    expect(await endOf(port, { body: new ArrayBuffer(3) })).toMatchObject({
      end: expect.stringContaining("ERR_INVALID_ARG_TYPE"),
      inUse: 0,
    });
  });

  test("a stream that fails", async () => {
    const port = await startRaw(() => {});
    const body = new Readable({ read: () => body.destroy(new Error("disk failed")) });
    expect(await endOf(port, { body })).toMatchObject({
      end: expect.stringContaining("NetworkError"),
      inUse: 0,
    });
  });
});

test.each<[string, Partial<HttpRequest>, AgentOptions & object, string]>([
  ["a header of two lines", { headers: { "x-a": "a\nb" } }, {}, "ERR_INVALID_CHAR"],
  [
    "a lookup that throws",
    { hostname: "service.test" },
    {
      lookup: () => {
        throw Object.assign(new Error("no lookup"), { code: "ENOTFOUND", syscall: "getaddrinfo" });
      },
    } as object,
    "lookup, ENOTFOUND",
  ],
  [
    "a lookup that fails",
    { hostname: "service.test" },
    {
      lookup: (_name: string, _options: object, done: (error: Error) => void) =>
        done(Object.assign(new Error("no lookup"), { code: "EAI_AGAIN", syscall: "getaddrinfo" })),
    } as object,
    "lookup, EAI_AGAIN",
  ],
])("%s ends the call at once", async (_what, more, options, expected) => {
  const port = await startRaw((socket) => socket.write(OK));
  const { end, inUse } = await endOf(port, more, options);
  expect(end).toContain(expected);
  expect(inUse).toBe(0);
});

test("an agent's options may lead to a socket of the system's", async () => {
  const socketPath = join(tmpdir(), `tinsmith-${process.pid}-${Date.now()}.sock`);
  const port = await startRaw((socket) => socket.write(OK), socketPath);
  expect(await endOf(port, {}, { socketPath } as AgentOptions)).toEqual({ end: "200 {}", inUse: 0, free: 1 });
});

test("a body is read, or known to be broken, however late a handler hands it on", async () => {
  const acts = [
    (socket: Socket) => socket.write(`${CHUNKED}2\r\n{}\r\n`, () => socket.resetAndDestroy()),
    (socket: Socket) => socket.end(`${head("200 OK", "connection: close", "content-length: 2")}{}`),
  ];
  const ends: string[] = [];
  for (const act of acts) {
    const port = await startRaw(act);
    const inner = new NodeHandler({});
    const late: HttpHandler = {
      handle: async (request, options) => {
        const result = await inner.handle(request, options);
        await pause(50);
        return result;
      },
    };
    ends.push(await exchangeWith(late, port, {}));
    inner.destroy();
    close();
  }
  expect(ends).toEqual([expect.stringContaining("NetworkError, receive"), "200 {}"]);
});

test("a request that was given up before is not made", async () => {
  let connections = 0;
  const port = await startRaw(() => connections++);
  const handler = new NodeHandler({});
  const place = { method: "POST", protocol: "http:", hostname: "127.0.0.1", port, path: "/", query: {} };
  const abortSignal = AbortSignal.abort("enough");
  const sending = handler.handle({ ...place, headers: {} }, { abortSignal, requestTimeout: 3_600_000 });
  await expect(sending).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
  await pause(20);
  expect(connections).toBe(0);
  handler.destroy();
});

test("nothing of all this was an error that nobody heard of", () => {
  process.off("uncaughtExceptionMonitor", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
