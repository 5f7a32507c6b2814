import { describe, expect, test } from "@jest/globals";
import { StandardRetryStrategy } from "@smithy/core/retry";
import type { ClientConfig, RetryDelayOptions } from "../index.js";
import { clientFor, clone, closeServerAfterEach, error, readJob, received } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import type { Responder } from "../testing/local-server.js";

closeServerAfterEach();

const unavailable: Responder = () => ({ status: 503, headers: { "retry-after": "4" } });

/** A client that writes down for how long it would wait. */
const recording = async (
  responder: Responder,
  retryDelayOptions: RetryDelayOptions,
  more: ClientConfig = {},
) => {
  const slept: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => void slept.push(milliseconds);
  const environment = { random: () => 0.5, sleep };
  return { client: await clientFor(responder, { retryDelayOptions, ...more, environment }), slept };
};

describe("customBackoff", () => {
  test("says how long each wait is, whatever the service asks for", async () => {
    const asked: [number, string][] = [];
    const { client, slept } = await recording(
      unavailable,
      {
        base: 9_999,
        customBackoff: (retryCount, { name }) => {
          asked.push([retryCount, name]);
          return 7 * (retryCount + 1);
        },
      },
      { maxAttempts: 4 },
    );
    await expect(client.send(readJob())).rejects.toMatchObject({
      $metadata: { attempts: 4, totalRetryDelay: 42 },
    });
    expect(slept).toEqual([7, 14, 21]);
    expect(asked).toEqual([0, 1, 2].map((count) => [count, "UnmodeledServiceException"]));
  });

  test("ends the call with a negative number, and takes nothing out of the bucket for it", async () => {
    const asked: number[] = [];
    const customBackoff = (retryCount: number) => -asked.push(retryCount);
    const { client, slept } = await recording(unavailable, { customBackoff });
    for (let call = 0; call < 50; call++) {
      await expect(client.send(readJob())).rejects.toMatchObject({
        $metadata: { httpStatusCode: 503, attempts: 1, totalRetryDelay: 0 },
      });
    }
    // An empty bucket would have ended the later calls before.
    expect([asked.length, slept]).toEqual([50, []]);
  });

  test("is not asked about what is not repeated", async () => {
    const customBackoff = () => {
      throw new Error("must not be asked");
    };
    const { client } = await recording(unavailable, { customBackoff });
    await expect(client.send(clone())).rejects.toMatchObject({ $metadata: { attempts: 1 } });
    const { client: refused } = await recording(() => error("NotFoundException", 404), { customBackoff });
    await expect(refused.send(readJob())).rejects.toMatchObject({ name: "NotFoundException" });
    const { client: once } = await recording(unavailable, { customBackoff }, { maxAttempts: 1 });
    await expect(once.send(readJob())).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
  });

  test.each<[string, unknown]>([
    ["text", "100"],
    ["nothing", undefined],
    ["no number", Number.NaN],
    ["for ever", Number.POSITIVE_INFINITY],
    ["a promise", Promise.resolve(1)],
  ])("is told where it returns %s", async (_name, delay) => {
    const { client } = await recording(unavailable, { customBackoff: () => delay as number });
    await expect(client.send(readJob())).rejects.toMatchObject({
      name: "ConfigurationError",
      message: `retryDelayOptions.customBackoff must be a function that returns a number of milliseconds, not ${String(delay)}.`,
      cause: { $metadata: { httpStatusCode: 503 } },
    });
    expect(received()).toHaveLength(1);
  });

  test("is told where it fails", async () => {
    const cause = new Error("no");
    const customBackoff = () => {
      throw cause;
    };
    const { client } = await recording(unavailable, { customBackoff });
    await expect(client.send(readJob())).rejects.toMatchObject({ name: "ConfigurationError", cause });
  });

  test("can be ended while it waits", async () => {
    const client = await clientFor(unavailable, { retryDelayOptions: { customBackoff: () => 60_000 } });
    const call = client.send(readJob(), { abortSignal: AbortSignal.timeout(50) });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("base", () => {
  test("is where the waits begin, after throttling, too", async () => {
    for (const status of [429, 503]) {
      const { client, slept } = await recording(() => ({ status }), { base: 300 }, { maxAttempts: 5 });
      await client.safeSend(readJob());
      expect(slept).toEqual([150, 300, 600, 1_200]);
    }
  });

  test("leaves the service its word", async () => {
    const { client, slept } = await recording(unavailable, { base: 10 });
    await client.safeSend(readJob());
    expect(slept).toEqual([4_000, 4_000]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, "100"])("cannot be %p", (base) => {
    expect(() => testClient({ retryDelayOptions: { base: base as number } })).toThrow(
      `retryDelayOptions.base must be a number of milliseconds, 0 or more, not ${base}.`,
    );
  });
});

describe("retryDelayOptions", () => {
  test("wants a function for customBackoff", () => {
    expect(() => testClient({ retryDelayOptions: { customBackoff: 5 as never } })).toThrow(
      "retryDelayOptions.customBackoff must be a function",
    );
  });

  test("excludes a strategy of the user's own, unless it says nothing", () => {
    const retryStrategy = new StandardRetryStrategy(3);
    expect(() => testClient({ retryStrategy, retryDelayOptions: { base: 1 } })).toThrow("exclude each other");
    expect(() => testClient({ retryStrategy, retryDelayOptions: { customBackoff: () => 1 } })).toThrow(
      "exclude each other",
    );
    testClient({ retryStrategy, retryDelayOptions: {} }).destroy();
  });
});
