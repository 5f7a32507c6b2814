import { EventEmitter } from "node:events";
import { Agent, type AgentOptions } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Socket } from "node:net";
import { Worker } from "node:worker_threads";
import { afterEach, describe, expect, jest, test } from "@jest/globals";
import type { Client, ClientConfig } from "../index.js";
import { clone, readJob } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import { startProxy } from "../testing/local-proxy.js";
import { startServer } from "../testing/local-server.js";
import { testCertificate } from "../testing/test-certificate.js";
import { watchIdleSockets } from "./idle-sockets.js";

jest.setTimeout(60_000);

/**
 * Answers in a thread of its own, so that it goes on while the test's thread is busy. It closes connections that are idle
 * for some time, without a word about it, and counts what it executes, and what it has closed for all threads to see.
 */
const SERVER = `
  const { parentPort, workerData: { idle, tls, closed } } = require("node:worker_threads");
  const counts = { requests: 0, connections: 0 };
  const answer = "HTTP/1.1 200 OK\\r\\ncontent-type: application/json\\r\\ncontent-length: 2\\r\\n\\r\\n{}";
  const count = () => {
    Atomics.add(closed, 0, 1);
    Atomics.notify(closed, 0);
  };
  const serve = (socket) => {
    counts.connections++;
    let timer;
    let text = "";
    socket.on("error", () => {});
    socket.on("close", () => clearTimeout(timer));
    socket.on("data", (data) => {
      clearTimeout(timer);
      text += data;
      const [head, body] = text.split("\\r\\n\\r\\n");
      const length = Number(/content-length: (\\d+)/i.exec(head)?.[1] ?? 0);
      if (body === undefined || body.length < length) return;
      text = "";
      counts.requests++;
      socket.write(answer);
      timer = setTimeout(() => socket.end(count), idle);
    });
  };
  const server = tls ? require("node:tls").createServer(tls, serve) : require("node:net").createServer(serve);
  server.listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));
  parentPort.on("message", () => parentPort.postMessage(counts));
`;

interface ClosingServer {
  readonly url: string;
  counts(): Promise<{ requests: number; connections: number }>;
  /** Waits until it has closed so many connections, and keeps the thread from reading what comes in. */
  blockUntilClosed(connections: number): void;
}

const workers: Worker[] = [];
const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
});

/** @param idle - milliseconds */
async function startClosingServer(idle: number, protocol: "http" | "https"): Promise<ClosingServer> {
  const tls = protocol === "https" ? testCertificate : undefined;
  const closed = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(SERVER, { eval: true, workerData: { idle, tls, closed } });
  workers.push(worker);
  const next = <Value>() => new Promise<Value>((resolve) => worker.once("message", resolve));
  const port = await next<number>();
  const counts = () => {
    worker.postMessage("counts");
    return next<{ requests: number; connections: number }>();
  };
  const blockUntilClosed = (connections: number): void => {
    for (let now = closed[0] ?? 0; now < connections; now = closed[0] ?? 0) Atomics.wait(closed, 0, now);
  };
  return { url: `${protocol}://127.0.0.1:${port}`, counts, blockUntilClosed };
}

const TRUSTING = { ca: testCertificate.cert };

function clientOf({ url }: ClosingServer, config: ClientConfig = {}): Client {
  const client = testClient({ endpoint: url, requestHandler: { httpsAgent: TRUSTING }, ...config });
  clients.push(client);
  return client;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Agents as users make them; with the last, calls queue for a connection. */
const AGENTS: readonly AgentOptions[] = [{}, { scheduling: "fifo" }, { maxSockets: 2 }];

/** Milliseconds, and so many more than calls may take that a busy machine is not late by them. */
const LIMIT = 2000;
const ROUNDS = 4;
const LANES = 4;

/** Calls again and again, three at a time, each time when the server is about to close the connections. */
async function callNearLimit(client: Client, early: number): Promise<number> {
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all([clone(), clone(), clone()].map((command) => client.send(command)));
    await pause(LIMIT - early - (round % 2));
  }
  return ROUNDS * 3;
}

describe("no call is lost near the limit of a server that closes idle connections,", () => {
  test.each(["http", "https"] as const)("over %s", async (protocol) => {
    const server = await startClosingServer(LIMIT, protocol);
    const lanes = AGENTS.flatMap((options) =>
      Array.from({ length: LANES }, (_, lane) => {
        const all = { keepAlive: true, ...options };
        const httpAgent = new Agent(all);
        const httpsAgent = new HttpsAgent({ ...all, ...TRUSTING });
        return callNearLimit(clientOf(server, { requestHandler: { httpAgent, httpsAgent } }), 2 * lane - 2);
      }),
    );
    const made = (await Promise.all(lanes)).reduce((sum, calls) => sum + calls);
    expect((await server.counts()).requests).toBe(made);
  });

  test("through a proxy", async () => {
    const server = await startClosingServer(LIMIT, "https");
    await using proxy = await startProxy();
    const endpoint = server.url.replace("127.0.0.1", "service.test");
    const requestHandler = { httpsAgent: TRUSTING, proxy: `http://${proxy.host}` };
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      callNearLimit(clientOf(server, { endpoint, requestHandler }), 2 * lane - 2),
    );
    const made = (await Promise.all(lanes)).reduce((sum, calls) => sum + calls);
    expect((await server.counts()).requests).toBe(made);
    for (const client of clients.splice(0)) client.destroy();
  });
});

describe.each(["http", "https"] as const)("over %s", (protocol) => {
  test("a connection that the server has closed is not used, though that is still unread", async () => {
    const server = await startClosingServer(20, protocol);
    const client = clientOf(server);
    for (let round = 1; round <= 5; round++) {
      await client.send(clone());
      server.blockUntilClosed(2 * round - 1);
      await expect(client.send(clone())).resolves.toMatchObject({ $metadata: { attempts: 1 } });
      server.blockUntilClosed(2 * round);
    }
    expect(await server.counts()).toEqual({ requests: 10, connections: 10 });
  });

  test("what only reads may meet the closing, and is repeated then", async () => {
    const server = await startClosingServer(20, protocol);
    const client = clientOf(server, { environment: { random: () => 0 } });
    let repeated = 0;
    for (let round = 1; round <= 5; round++) {
      await client.send(readJob());
      server.blockUntilClosed((await server.counts()).connections);
      const { $metadata } = await client.send(readJob());
      repeated += ($metadata.attempts ?? 1) - 1;
    }
    expect(repeated).toBeGreaterThan(0);
  });

  test("calls that follow each other share a connection", async () => {
    const server = await startClosingServer(10_000, protocol);
    const client = clientOf(server);
    // However slow the machine is, no time passes between them.
    const now = jest.spyOn(process, "uptime").mockReturnValue(process.uptime());
    for (let call = 0; call < 5; call++) await client.send(clone());
    now.mockRestore();
    expect(await server.counts()).toEqual({ requests: 5, connections: 1 });
  });
});

test.each([{ connection: "close" }, { "keep-alive": "timeout=1" }])(
  "a connection that the server will close is not used: %j",
  async (headers) => {
    await using server = await startServer(() => ({ headers }));
    const client = testClient({ endpoint: server.url });
    await client.send(clone());
    await client.send(clone());
    client.destroy();
    expect(server.requests.map(({ connection }) => connection)).toEqual([1, 2]);
  },
);

describe("an agent that others use, too", () => {
  test("gives away no connection that was idle before the client was made", async () => {
    const server = await startClosingServer(10_000, "http");
    const httpAgent = new Agent({ keepAlive: true });
    const former = clientOf(server, { requestHandler: { httpAgent } });
    await former.send(readJob());
    await pause(150);
    const client = clientOf(server, { requestHandler: { httpAgent } });
    await client.send(clone());
    expect(await server.counts()).toEqual({ requests: 2, connections: 2 });
  });

  test("is rid of such a connection at once", async () => {
    const server = await startClosingServer(10_000, "http");
    const httpAgent = new Agent({ keepAlive: true });
    const client = clientOf(server, { requestHandler: { httpAgent } });
    await Promise.all([client.send(readJob()), client.send(readJob())]);
    const free = (): Socket[] => Object.values(httpAgent.freeSockets).flatMap((sockets) => sockets ?? []);
    const stale = free();
    expect(stale).toHaveLength(2);
    await pause(150);
    await client.send(clone());
    expect(free().filter((socket) => stale.includes(socket))).toEqual([]);
    expect(stale.map(({ destroyed }) => destroyed)).toEqual([true, true]);
    await pause(20);
    // It has counted its connections once each.
    expect(Reflect.get(httpAgent, "totalSocketCount")).toBe(1);
  });
});

test("a connection that is only half closed yet is none that the agent may give away", async () => {
  const sockets = [
    { readable: true, writable: true },
    { readable: false, writable: true },
    { readable: true, writable: false },
  ].map((state) => ({ ...state, destroy: jest.fn(), emit: jest.fn() }));
  const agent = Object.assign(new EventEmitter(), { freeSockets: { name: sockets } });
  const watched = watchIdleSockets(agent as unknown as Agent);
  for (const socket of sockets) agent.emit("free", socket);
  watched.closeUnfit(true);
  expect(sockets.map(({ destroy }) => destroy.mock.calls.length)).toEqual([0, 1, 1]);
  expect(sockets.map(({ emit }) => emit.mock.calls)).toEqual([[], [["agentRemove"]], [["agentRemove"]]]);
});

test.each([
  ["lifo", [0, 0, 1, 1]],
  ["fifo", [1, 0, 0, 0]],
  // An agent of another make may hand out any.
  [undefined, [1, 0, 1, 1]],
])(
  "of an agent whose scheduling is %s, those are closed that it could hand out next",
  (scheduling, expected) => {
    const sockets = [false, true, false, false].map((readable) => ({
      ...{ readable, writable: true, destroy: jest.fn(), emit: jest.fn() },
    }));
    const agent = Object.assign(new EventEmitter(), { freeSockets: { name: sockets }, scheduling });
    const watched = watchIdleSockets(agent as unknown as Agent);
    for (const socket of sockets) agent.emit("free", socket);
    watched.closeUnfit(true);
    expect(sockets.map(({ destroy }) => destroy.mock.calls.length)).toEqual(expected);
  },
);
