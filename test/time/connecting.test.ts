import { Agent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { connect } from "node:net";
import { describe, expect, test } from "@jest/globals";
import type { ClientConfig } from "@tinsmith/runtime";
import { readJob } from "../../runtime/src/testing/calls.js";
import { testClient } from "../../runtime/src/testing/clients.js";
import { startProxy } from "../../runtime/src/testing/local-proxy.js";
import { startServer } from "../../runtime/src/testing/local-server.js";
import { testCertificate } from "../../runtime/src/testing/test-certificate.js";
import { FetchHandler } from "../../runtime/src/transport/fetch-handler.js";
import { startTcpServer } from "../support/tcp-server.js";
import { startBlackHole } from "./support/black-hole.js";
import { activeTimers, timersBackTo } from "./support/timers.js";

const LIMIT = 150;
const ignore = (): void => {};
const trusting = { ca: testCertificate.cert };

/** What never gets a connection, and what to wait for when the call is over. */
interface Obstacle extends AsyncDisposable {
  readonly endpoint: string;
  readonly requestHandler: object;
  readonly closed: () => Promise<void>;
}

const nothing = async (): Promise<void> => {};

/** What stands on no server. */
const obstacle = (endpoint: string, requestHandler: object): Promise<Obstacle> =>
  Promise.resolve({ endpoint, requestHandler, closed: nothing, [Symbol.asyncDispose]: nothing });

const obstacles: Readonly<Record<string, () => Promise<Obstacle>>> = {
  "the lookup of a name never ends": () => obstacle("http://service.test", { httpAgent: { lookup: ignore } }),
  "the lookup of a name never ends, before TLS": () =>
    obstacle("https://service.test", { httpsAgent: { lookup: ignore } }),
  "an agent never makes a connection": () => {
    class Slow extends Agent {
      override createConnection(): never {
        return undefined as never;
      }
    }
    return obstacle("http://127.0.0.1:9", { httpAgent: new Slow() });
  },
  "nobody accepts the connection": async () => {
    const hole = await startBlackHole();
    return { ...hole, endpoint: `http://127.0.0.1:${hole.port}`, requestHandler: {}, closed: nothing };
  },
  "the service does not answer the TLS handshake": async () => {
    const server = await startTcpServer((socket) => socket.resume());
    const endpoint = `https://127.0.0.1:${server.port}`;
    return { ...server, endpoint, requestHandler: {}, closed: server.allClosed };
  },
  "an agent of the user's own meets a silent TLS handshake": async () => {
    const server = await startTcpServer((socket) => socket.resume());
    const requestHandler = { httpsAgent: new HttpsAgent({ keepAlive: true }) };
    return {
      ...server,
      endpoint: `https://127.0.0.1:${server.port}`,
      requestHandler,
      closed: server.allClosed,
    };
  },
  "the proxy does not answer": async () => {
    const server = await startTcpServer((socket) => socket.resume());
    const requestHandler = { proxy: `http://127.0.0.1:${server.port}` };
    return { ...server, endpoint: "https://service.test", requestHandler, closed: server.allClosed };
  },
  "the proxy does not answer the TLS handshake": async () => {
    const server = await startTcpServer((socket) => socket.resume());
    const requestHandler = { proxy: `https://127.0.0.1:${server.port}` };
    return { ...server, endpoint: "https://service.test", requestHandler, closed: server.allClosed };
  },
  "the service behind a proxy does not answer the TLS handshake": async () => {
    const server = await startTcpServer((socket) => socket.resume());
    const proxy = await startProxy();
    return {
      endpoint: `https://service.test:${server.port}`,
      requestHandler: { proxy: proxy.host },
      closed: server.allClosed,
      [Symbol.asyncDispose]: async () => {
        await server[Symbol.asyncDispose]();
        await proxy[Symbol.asyncDispose]();
      },
    };
  },
  "nobody accepts the connection to a proxy that sends on": async () => {
    const hole = await startBlackHole();
    const requestHandler = { proxy: `http://127.0.0.1:${hole.port}` };
    return { ...hole, endpoint: "http://service.test", requestHandler, closed: nothing };
  },
};

/** How a call can be limited, or ended, while it connects. */
const ends: readonly [string, ClientConfig, () => object, object][] = [
  [
    "the client's limit",
    { requestHandler: { connectionTimeout: LIMIT } },
    () => ({}),
    { phase: "connect", limit: LIMIT },
  ],
  ["the call's limit", {}, () => ({ connectionTimeout: LIMIT }), { phase: "connect", limit: LIMIT }],
  ["the attempt's limit", {}, () => ({ requestTimeout: LIMIT }), { phase: "attempt", limit: LIMIT }],
  [
    "the limit of the call as a whole",
    {},
    () => ({ callTimeout: LIMIT, connectionTimeout: 0, requestTimeout: 0 }),
    { phase: "call", limit: LIMIT },
  ],
  [
    "the signal",
    {},
    () => ({ abortSignal: AbortSignal.timeout(LIMIT), connectionTimeout: 0, requestTimeout: 0 }),
    { name: "AbortError", cause: { name: "TimeoutError" } },
  ],
];

describe.each(Object.entries(obstacles))("where %s", (_what, create) => {
  test.each(ends)("%s ends the call, and nothing is left", async (_which, config, options, expected) => {
    await using found = await create();
    const requestHandler = { ...found.requestHandler, ...config.requestHandler };
    const client = testClient({ endpoint: found.endpoint, requestHandler, maxAttempts: 1 });
    const before = activeTimers();
    const error: unknown = await client.send(readJob(), options()).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ name: "TimeoutError", operation: "GetBackendJob", ...expected });
    await found.closed();
    await timersBackTo(before);
    client.destroy();
  });
});

test("a connection that is there is not counted: neither one used again, nor the wait for a slow answer", async () => {
  const late = () => new Promise<object>((resolve) => setTimeout(() => resolve({}), 3 * LIMIT));
  for (const protocol of ["http", "https"] as const) {
    await using server = await startServer(late, protocol);
    const requestHandler = { connectionTimeout: LIMIT, httpsAgent: trusting };
    const client = testClient({ endpoint: server.url, requestHandler, maxAttempts: 1 });
    for (let call = 0; call < 2; call++) await client.send(readJob());
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 1]);
    client.destroy();
  }
});

test("the wait for one of the agent's connections is not counted", async () => {
  const late = () => new Promise<object>((resolve) => setTimeout(() => resolve({}), LIMIT));
  await using server = await startServer(late, "https");
  const httpsAgent = { ...trusting, maxSockets: 1 };
  const requestHandler = { connectionTimeout: LIMIT, httpsAgent };
  const client = testClient({ endpoint: server.url, requestHandler, maxAttempts: 1 });
  await Promise.all([1, 2, 3, 4].map(() => client.send(readJob())));
  expect(server.requests).toHaveLength(4);
  client.destroy();
});

test("a call that waited for its turn has its connection counted from then", async () => {
  let silent = false;
  await using server = await startTcpServer((socket) => {
    socket.resume();
    if (silent) return;
    silent = true;
    // The first caller is let go, and the second gets a connection that is never secured.
    setTimeout(() => socket.destroy(), LIMIT);
  });
  const httpsAgent = { maxSockets: 1 };
  const client = testClient({
    endpoint: `https://127.0.0.1:${server.port}`,
    requestHandler: { httpsAgent },
    maxAttempts: 1,
  });
  const first = client.safeSend(readJob(), { connectionTimeout: 0 });
  const second = client.safeSend(readJob(), { connectionTimeout: LIMIT });
  await expect(first).resolves.toMatchObject({ error: { name: "NetworkError" } });
  await expect(second).resolves.toMatchObject({ error: { phase: "connect", limit: LIMIT } });
  await server.allClosed();
  client.destroy();
});

test("calls with limits of their own share the client's connections", async () => {
  await using server = await startServer();
  const client = testClient({ endpoint: server.url });
  for (let limit = 1_000; limit < 1_030; limit++) await client.send(readJob(), { connectionTimeout: limit });
  expect(new Set(server.requests.map(({ connection }) => connection))).toEqual(new Set([1]));
  client.destroy();
});

test("other handlers leave the limit of the attempt to end it", async () => {
  await using server = await startTcpServer((socket) => socket.resume());
  const requestHandler = new FetchHandler({});
  const client = testClient({ endpoint: `https://127.0.0.1:${server.port}`, requestHandler, maxAttempts: 1 });
  const options = { connectionTimeout: 1, requestTimeout: LIMIT };
  await expect(client.send(readJob(), options)).rejects.toMatchObject({ phase: "attempt", limit: LIMIT });
  // What is connecting by then, undici keeps for calls to come.
  for (const socket of server.sockets) socket.destroy();
});

test("the tests' black hole accepts nobody", async () => {
  await using hole = await startBlackHole();
  const socket = connect(hole.port, "127.0.0.1");
  await new Promise((resolve) => setTimeout(resolve, LIMIT));
  expect(socket.connecting).toBe(true);
  socket.destroy();
});
