import { Agent } from "node:http";
import { Readable } from "node:stream";
import { afterEach, describe, expect, test } from "@jest/globals";
import { KyHttpHandler } from "../ky/ky-http-handler.js";
import { UnreadableBody } from "../protocol/unreadable-body.js";
import { type LocalServer, startServer } from "../testing/local-server.js";
import { exchange } from "./exchange.js";
import { FetchHandler } from "./fetch-handler.js";
import type { HttpHandler, HttpRequest } from "./http-handler.js";
import { fetchFailure, networkFailure } from "./network-failure.js";
import { NodeHandler } from "./node-handler.js";
import { readBody } from "./read-body.js";
import { requestUrl } from "./request-url.js";

const handlers: [name: string, create: () => HttpHandler][] = [
  ["node", () => new NodeHandler({})],
  ["fetch", () => new FetchHandler({})],
  ["ky", () => new KyHttpHandler()],
];

let server: LocalServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

function requestTo(port: number, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: "POST",
    protocol: "http:",
    hostname: "127.0.0.1",
    port,
    path: "/a%20b",
    query: {},
    headers: {},
    ...more,
  };
}

const options = {
  timeout: 5_000,
  abortSignal: undefined,
  freshConnection: false,
  maxResponseSize: 1_000_000_000,
};

describe.each(handlers)("over %s", (_name, create) => {
  test("a request arrives as it is, and the response comes back whole", async () => {
    server = await startServer(() => ({ status: 418, headers: { "X-Tag": "t" }, body: "täxt" }));
    const request = requestTo(server.port, {
      query: { a: ["1", "2"], b: "" },
      headers: { "x-y": "z" },
      body: new TextEncoder().encode("ü"),
    });
    const response = await exchange(create(), request, options);
    expect(server.requests[0]).toMatchObject({ method: "POST", url: "/a%20b?a=1&a=2&b=", body: "ü" });
    expect(server.requests[0]?.headers["x-y"]).toBe("z");
    expect([response.statusCode, response.headers["x-tag"], Buffer.from(response.body).toString()]).toEqual([
      418,
      "t",
      "täxt",
    ]);
  });

  test("a redirect is not followed", async () => {
    server = await startServer(() => ({ status: 307, headers: { location: "/elsewhere" } }));
    expect((await exchange(create(), requestTo(server.port), options)).statusCode).toBe(307);
    expect(server.requests).toHaveLength(1);
  });

  test("a failure is not repeated", async () => {
    server = await startServer(() => ({ status: 503 }));
    expect((await exchange(create(), requestTo(server.port, { method: "GET" }), options)).statusCode).toBe(
      503,
    );
    expect(server.requests).toHaveLength(1);
  });

  test("a refused connection keeps its code", async () => {
    const { port, close } = await startServer();
    await close();
    await expect(exchange(create(), requestTo(port), options)).rejects.toMatchObject({
      name: "NetworkError",
      phase: "connect",
      code: "ECONNREFUSED",
    });
  });

  test("an unknown host is known for one", async () => {
    const request = requestTo(80, { hostname: "does-not-exist.invalid" });
    await expect(exchange(create(), request, options)).rejects.toMatchObject({
      name: "NetworkError",
      phase: "lookup",
    });
  });

  test("a dropped connection may have been executed", async () => {
    server = await startServer((_request, _index, { socket }) => {
      socket.destroy();
      return undefined;
    });
    await expect(exchange(create(), requestTo(server.port), options)).rejects.toMatchObject({
      name: "NetworkError",
      phase: "unknown",
    });
  });

  test("a body that breaks off is a failure of its own", async () => {
    server = await startServer((_request, _index, { response, socket }) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"a":', () => setTimeout(() => socket.destroy(), 20));
      return undefined;
    });
    await expect(exchange(create(), requestTo(server.port), options)).rejects.toMatchObject({
      name: "NetworkError",
      phase: "receive",
    });
  });

  test("a server that never answers ends in a timeout", async () => {
    server = await startServer(() => undefined);
    await expect(
      exchange(create(), requestTo(server.port), { ...options, timeout: 50 }),
    ).rejects.toMatchObject({
      name: "TimeoutError",
      phase: "attempt",
      limit: 50,
    });
  });

  test("so does a server that drips", async () => {
    let timer: NodeJS.Timeout | undefined;
    server = await startServer((_request, _index, { response }) => {
      response.writeHead(200);
      timer = setInterval(() => response.write(" "), 10);
      return undefined;
    });
    try {
      await expect(
        exchange(create(), requestTo(server.port), { ...options, timeout: 100 }),
      ).rejects.toMatchObject({ name: "TimeoutError" });
    } finally {
      clearInterval(timer);
    }
  });

  test("a signal ends it, with its reason", async () => {
    server = await startServer(() => undefined);
    const controller = new AbortController();
    setTimeout(() => controller.abort("enough"), 30);
    await expect(
      exchange(create(), requestTo(server.port), { ...options, abortSignal: controller.signal }),
    ).rejects.toMatchObject({
      name: "AbortError",
      cause: "enough",
    });
  });

  test("a signal that had ended before sends nothing", async () => {
    server = await startServer();
    const abortSignal = AbortSignal.abort("before");
    await expect(
      exchange(create(), requestTo(server.port), { ...options, abortSignal }),
    ).rejects.toMatchObject({ name: "AbortError", cause: "before" });
    expect(server.requests).toHaveLength(0);
  });
});

test("a handler that does not listen to signals is left behind", async () => {
  const deaf: HttpHandler = { handle: () => new Promise(() => {}) };
  await expect(exchange(deaf, requestTo(1), { ...options, timeout: 20 })).rejects.toMatchObject({
    name: "TimeoutError",
  });
});

test("a body that nobody waits for any more is refused, though the handler does not listen", async () => {
  let isCancelled = false;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
    cancel: () => {
      isCancelled = true;
    },
  });
  const deaf: HttpHandler = { handle: async () => ({ response: { statusCode: 200, headers: {}, body } }) };
  await expect(exchange(deaf, requestTo(1), { ...options, timeout: 20 })).rejects.toMatchObject({
    name: "TimeoutError",
  });
  expect(isCancelled).toBe(true);
});

test("a handler that fails in an unknown way leaves open what happened", async () => {
  const broken: HttpHandler = { handle: () => Promise.reject("broken") };
  await expect(exchange(broken, requestTo(1), options)).rejects.toMatchObject({
    name: "NetworkError",
    phase: "unknown",
    cause: "broken",
  });
});

describe("a connection", () => {
  const exchangeWith = async (handler: HttpHandler, freshConnection: boolean) =>
    exchange(handler, requestTo(server?.port ?? 0), { ...options, freshConnection });

  test("is used again", async () => {
    server = await startServer();
    const handler = new NodeHandler({});
    await exchangeWith(handler, false);
    await exchangeWith(handler, true);
    handler.destroy?.();
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1]);
  });

  test("that was idle for long carries only what may be repeated", async () => {
    server = await startServer();
    const agent = new Agent({ keepAlive: true });
    const handler = new NodeHandler({ httpAgent: agent });
    await exchangeWith(handler, false);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await exchangeWith(handler, false);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await exchangeWith(handler, true);
    handler.destroy?.();
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1, 2]);
  });

  test("is watched once, however many handlers share its agent", async () => {
    server = await startServer();
    const agent = new Agent({ keepAlive: true });
    const before = agent.listenerCount("free");
    for (let count = 0; count < 5; count++) await exchangeWith(new NodeHandler({ httpAgent: agent }), true);
    agent.destroy();
    expect(agent.listenerCount("free")).toBe(before + 1);
  });
});

describe("a body", () => {
  const bytes = new TextEncoder().encode("abc");
  const kinds: [string, () => unknown][] = [
    ["bytes", () => bytes],
    ["text", () => "abc"],
    ["a buffer", () => bytes.buffer],
    ["a blob", () => new Blob([bytes])],
    ["a web stream", () => new Blob([bytes]).stream()],
    ["a Node stream", () => Readable.from([Buffer.from("a"), Buffer.from("bc")])],
    ["a Node stream of text", () => Readable.from(["ab", "c"])],
  ];

  test.each(kinds)("may be %s", async (_name, create) => {
    expect(Buffer.from(await readBody(create(), 1000)).toString()).toBe("abc");
  });

  test.each(kinds)("is limited as %s", async (_name, create) => {
    await expect(readBody(create(), 2)).rejects.toBeInstanceOf(UnreadableBody);
    await expect(readBody(create(), 3)).resolves.toHaveLength(3);
  });

  test("of HTTP/2 that broke off without a word is no body", async () => {
    const cut = Readable.from([Buffer.from("a")]);
    Object.defineProperty(cut, "readableEnded", { value: false });
    await expect(readBody(cut, 1000)).rejects.toThrow("broke off");
  });

  test("may be absent, and cannot be anything else", async () => {
    await expect(readBody(undefined, 1000)).resolves.toHaveLength(0);
    await expect(readBody(5, 1000)).rejects.toBeInstanceOf(UnreadableBody);
  });
});

describe("a failure", () => {
  test.each<[string, unknown, string]>([
    ["in a cause", Object.assign(new TypeError("fetch failed"), { cause: { code: "ENOTFOUND" } }), "lookup"],
    ["in the first of several", { errors: [{ code: "ECONNREFUSED", syscall: "connect" }] }, "connect"],
    ["of a certificate", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }, "tls"],
    ["of an unreachable host", { code: "EHOSTUNREACH", syscall: "connect" }, "connect"],
    ["of a host that became unreachable", { code: "EHOSTUNREACH", syscall: "read" }, "unknown"],
  ])("is found %s", (_name, error, phase) => {
    expect(networkFailure(error, false)).toMatchObject({ name: "NetworkError", phase });
  });

  test("in a circle of causes is no trap", () => {
    const circle: { cause?: unknown } = {};
    circle.cause = circle;
    expect(networkFailure(circle, false)).toMatchObject({ phase: "unknown", code: undefined });
  });

  test("that Smithy's handler calls a timeout is one only without a connection's code", () => {
    const named = (more: object) => Object.assign(new Error("x"), { name: "TimeoutError" }, more);
    expect(networkFailure(named({ code: "ECONNRESET" }), false).name).toBe("NetworkError");
    expect(networkFailure(named({ code: "ETIMEDOUT" }), false).name).toBe("TimeoutError");
    expect(networkFailure(named({}), false).name).toBe("TimeoutError");
    const dropped = named({ message: "Unexpected error: http2 request did not get a response" });
    expect(networkFailure(dropped, false)).toMatchObject({ name: "NetworkError", phase: "unknown" });
  });

  test.each<[string, boolean, string]>([
    ["UND_ERR_CONNECT_TIMEOUT", false, "connect"],
    ["UND_ERR_HEADERS_TIMEOUT", false, "attempt"],
    ["UND_ERR_BODY_TIMEOUT", true, "attempt"],
  ])("of undici with the code %s is a timeout, however deep it lies", (code, received, phase) => {
    const failure = networkFailure({ message: "fetch failed", cause: { code } }, received);
    expect(failure).toMatchObject({ name: "TimeoutError", phase });
  });

  test("to set up a connection in time is known for one, whoever gave up", () => {
    const bySystem = Object.assign(new Error("connect ETIMEDOUT 192.0.2.1:443"), {
      name: "TimeoutError",
      code: "ETIMEDOUT",
      syscall: "connect",
    });
    expect(networkFailure(bySystem, false)).toMatchObject({ name: "TimeoutError", phase: "connect" });
    expect(networkFailure({ cause: { ...bySystem, name: "Error" } }, false)).toMatchObject({
      name: "TimeoutError",
      phase: "connect",
    });
  });
});

describe("a failure of which the system says nothing", () => {
  test.each<[string, unknown, boolean, object]>([
    ["may be one of the connection", new TypeError("Failed to fetch"), false, { phase: "unknown" }],
    ["may break the response off", new TypeError("network error"), true, { phase: "receive" }],
    [
      "keeps the innermost code of a handler of the user's own",
      { code: "OUTER", cause: { code: "ERR_NETWORK" } },
      false,
      { phase: "unknown", code: "ERR_NETWORK" },
    ],
  ])("%s", (_name, error, received, expected) => {
    const failure = fetchFailure(error, received);
    expect(failure).toMatchObject({ name: "NetworkError", code: undefined, cause: error, ...expected });
  });

  test("may be a limit of time", () => {
    const error = new DOMException("signal timed out", "TimeoutError");
    expect(fetchFailure(error, false)).toMatchObject({
      name: "TimeoutError",
      phase: "attempt",
      cause: error,
    });
  });

  test("prints no request", () => {
    const error = Object.assign(new Error("failed"), { config: { headers: { authorization: "secret" } } });
    fetchFailure(error, false);
    expect(Object.keys(error)).toEqual([]);
  });
});

describe("a URL", () => {
  test.each(["/a/../b", "/./a", "/a/%2e%2e/b", "/a\\b", "/ä", "/a b", "/a?b", "/a#b"])(
    "is not made of the path %s",
    (path) => {
      expect(() => requestUrl(requestTo(1, { path }))).toThrow(/would change/);
    },
  );

  test("keeps host, port, path and query", () => {
    expect(requestUrl(requestTo(81, { hostname: "[::1]", query: { "a b": "c&d" } })).href).toBe(
      "http://[::1]:81/a%20b?a%20b=c%26d",
    );
  });
});
