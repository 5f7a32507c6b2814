import { afterEach, expect, jest, test } from "@jest/globals";
import { DefaultRateLimiter } from "@smithy/core/retry";
import * as fc from "fast-check";
import { SendingRate } from "./sending-rate.js";

afterEach(() => {
  jest.restoreAllMocks();
});

/** A clock that stands still but while somebody waits. */
function mockTime(): { now: number } {
  const clock = { now: 1_700_000_000_123 };
  jest.spyOn(Date, "now").mockImplementation(() => clock.now);
  jest.spyOn(globalThis, "setTimeout").mockImplementation(((callback: () => void, delay = 0) => {
    clock.now += Math.max(1, Math.ceil(delay));
    queueMicrotask(callback);
  }) as typeof setTimeout);
  return clock;
}

/** A request, and what came of it. */
interface Exchange {
  readonly throttled: boolean;
  /** Milliseconds from the request to the answer. */
  readonly duration: number;
}

/** When each request goes out, in milliseconds from the first. */
async function timesOf(
  exchanges: readonly Exchange[],
  create: () => { wait: () => Promise<void>; record: (throttled: boolean) => void },
): Promise<number[]> {
  const clock = mockTime();
  const start = clock.now;
  const { wait, record } = create();
  const times: number[] = [];
  for (const { throttled, duration } of exchanges) {
    await wait();
    times.push(clock.now - start);
    clock.now += duration;
    record(throttled);
  }
  jest.restoreAllMocks();
  return times;
}

const ours = () => {
  const rate = new SendingRate();
  return { wait: () => rate.waitForTurn(), record: (throttled: boolean) => rate.record(throttled) };
};

const smithys = () => {
  const limiter = new DefaultRateLimiter();
  return {
    wait: () => limiter.getSendToken(),
    record: (throttled: boolean) =>
      limiter.updateClientSendingRate(throttled ? { errorType: "THROTTLING" } : {}),
  };
};

test("requests go out when Smithy's limiter lets them", async () => {
  const exchange = fc.record({ throttled: fc.boolean(), duration: fc.nat(3_000) });
  await fc.assert(
    fc.asyncProperty(fc.array(exchange, { maxLength: 40 }), async (exchanges) => {
      expect(await timesOf(exchanges, ours)).toEqual(await timesOf(exchanges, smithys));
    }),
    { seed: 1, numRuns: 100 },
  );
});

test("nothing waits before the service throttles, and all does afterwards", async () => {
  const calm = Array.from({ length: 20 }, () => ({ throttled: false, duration: 10 }));
  expect((await timesOf(calm, ours)).at(-1)).toBe(190);

  expect((await timesOf([{ throttled: true, duration: 10 }, ...calm], ours)).at(-1)).toBeGreaterThan(2_000);
});
