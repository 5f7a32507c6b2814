import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { describe, expect, test } from "@jest/globals";
import { StandardRetryStrategy } from "@smithy/core/retry";
import type { ServiceException } from "../index.js";
import { clientFor, clone, closeServerAfterEach, error, readJob, received } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import type { Responder } from "../testing/local-server.js";

closeServerAfterEach();

describe("repeating", () => {
  test("what only reads goes on after 5xx, signed anew each time", async () => {
    let now = Date.now();
    const client = await clientFor(
      (_request, index) => (index < 2 ? { status: 503 } : { body: '{"jobId":"j"}' }),
      {
        environment: { now: () => (now += 1000) },
      },
    );
    await expect(client.send(readJob())).resolves.toMatchObject({ JobId: "j", $metadata: { attempts: 3 } });
    expect(received().map(({ headers }) => headers["amz-sdk-request"])).toEqual([
      "attempt=1; max=3",
      "attempt=2; max=3",
      "attempt=3; max=3",
    ]);
    const headers = received().map((request) => request.headers);
    expect(new Set(headers.map((each) => each["amz-sdk-invocation-id"])).size).toBe(1);
    expect(new Set(headers.map((each) => each.authorization)).size).toBe(3);
  });

  test("what only reads goes on after a dropped connection, a cut body and a timeout", async () => {
    const client = await clientFor(
      (_request, index, { response, socket }) => {
        if (index === 0) socket.destroy();
        if (index === 1)
          response.writeHead(200, { "content-length": "9" }).write("{", () => socket.destroy());
        return index <= 2 ? undefined : {};
      },
      { maxAttempts: 4, requestTimeout: 200 },
    );
    await expect(client.send(readJob())).resolves.toMatchObject({ $metadata: { attempts: 4 } });
  });

  test.each<[string, Responder, string]>([
    ["a dropped connection", (_request, _index, { socket }) => void socket.destroy(), "NetworkError"],
    [
      "a cut body",
      (_request, _index, { response, socket }) =>
        void response.writeHead(200, { "content-length": "9" }).write("{", () => socket.destroy()),
      "NetworkError",
    ],
    ["a timeout", () => undefined, "TimeoutError"],
    ["503", () => ({ status: 503 }), "UnmodeledServiceException"],
    ["504", () => ({ status: 504 }), "UnmodeledServiceException"],
    ["500", () => error("InternalFailure", 500), "UnmodeledServiceException"],
  ])("what changes something ends with %s", async (_name, responder, name) => {
    const client = await clientFor(responder as Responder, { requestTimeout: 200, maxAttempts: 5 });
    await expect(client.send(clone())).rejects.toMatchObject({ name, $metadata: { attempts: 1 } });
    expect(received()).toHaveLength(1);
  });

  test.each([
    ["429 with a page", { status: 429, body: "<html>" }],
    ["the modelled error", error("TooManyRequestsException", 429)],
    ["AWS's own", error("ThrottlingException", 400)],
  ])("what changes something goes on after throttling: %s", async (_name, response) => {
    const client = await clientFor((_request, index) => (index === 0 ? response : {}));
    await expect(client.send(clone())).resolves.toMatchObject({ $metadata: { attempts: 2 } });
  });

  test("what changes something goes on after a refused connection", async () => {
    const tcp = createTcpServer();
    await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
    const { port } = tcp.address() as AddressInfo;
    await new Promise((resolve) => tcp.close(resolve));
    const client = testClient({ endpoint: `http://127.0.0.1:${port}`, environment: { random: () => 0 } });
    await expect(client.send(clone())).rejects.toMatchObject({
      name: "NetworkError",
      code: "ECONNREFUSED",
      phase: "connect",
      $metadata: { attempts: 3 },
    });
  });

  test("what changes something goes on once the clock is right", async () => {
    const anHourLater = new Date(Date.now() + 3_600_000).toUTCString();
    const client = await clientFor((_request, index) =>
      index === 0
        ? error("RequestTimeTooSkewed", 403, { date: anHourLater })
        : { headers: { date: anHourLater } },
    );
    await expect(client.send(clone())).resolves.toMatchObject({ $metadata: { attempts: 2 } });
    expect(client.config.systemClockOffset).toBeGreaterThan(3_500_000);
    const [first, second] = received().map(({ headers }) => String(headers["x-amz-date"]));
    expect(first?.slice(0, 11)).not.toBe(second?.slice(0, 11));
  });

  test("keeps the clock where it is told to", async () => {
    const anHourLater = new Date(Date.now() + 3_600_000).toUTCString();
    const client = await clientFor(() => error("RequestTimeTooSkewed", 403, { date: anHourLater }), {
      disableClockSkewCorrection: true,
    });
    await expect(client.send(clone())).rejects.toMatchObject({
      code: "RequestTimeTooSkewed",
      $metadata: { attempts: 1 },
    });
    expect(client.config.systemClockOffset).toBe(0);
  });

  test("waits as long as the service asks, and says how long", async () => {
    const slept: number[] = [];
    const sleep = async (milliseconds: number): Promise<void> => void slept.push(milliseconds);
    const client = await clientFor(
      (_request, index) => (index < 2 ? { status: 503, headers: { "retry-after": "2" } } : {}),
      {
        environment: { random: () => 0.5, sleep },
      },
    );
    await expect(client.send(readJob())).resolves.toMatchObject({
      $metadata: { attempts: 3, totalRetryDelay: 4000 },
    });
    expect(slept).toEqual([2000, 2000]);
  });

  test("ends when the token bucket that all calls share is empty", async () => {
    const client = await clientFor(() => ({ status: 503 }), { maxAttempts: 10 });
    for (let call = 0; call < 8; call++) await client.safeSend(readJob());
    // 500 tokens, 14 for each repetition: 35 of them, and the 8 first attempts.
    expect(received()).toHaveLength(43);
  });

  test("asks a strategy of the user's own, which waits for itself", async () => {
    const strategy = new StandardRetryStrategy({
      maxAttempts: 2,
      backoff: { computeNextBackoffDelay: () => 5, setDelayBase() {} },
    });
    const client = await clientFor(() => ({ status: 503 }), { retryStrategy: strategy });
    const failure = await client.send(readJob()).catch((reason: unknown) => reason);
    expect(failure).toMatchObject({ $metadata: { attempts: 2 } });
    // Timers may fire a little early.
    expect((failure as ServiceException).$metadata.totalRetryDelay).toBeGreaterThanOrEqual(4);
  });

  test("knows the adaptive mode", async () => {
    const client = await clientFor((_request, index) => (index === 0 ? { status: 503 } : {}), {
      retryMode: "adaptive",
    });
    await expect(client.send(readJob())).resolves.toMatchObject({ $metadata: { attempts: 2 } });
  });
});
