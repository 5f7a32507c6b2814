import { describe, expect, test } from "@jest/globals";
import {
  AdaptiveRetryStrategy,
  ConfiguredRetryStrategy,
  DefaultRateLimiter,
  DeprecatedStandardRetryStrategy,
  StandardRetryStrategy,
} from "@smithy/core/retry";
import type { RetryErrorInfo, RetryStrategyV2, StandardRetryToken } from "@smithy/types";
import type { PlannedResponse } from "../../../runtime/src/testing/local-server.js";
import { difference } from "../support/differences.js";
import {
  reportCalls,
  type SharedConfig,
  type Situation,
  summary,
  useBoth,
} from "./support/use-both-clients.js";

reportCalls("Strategies");

const responses: PlannedResponse[] = [
  { status: 503 },
  { status: 429, headers: { "retry-after": "2" } },
  { status: 500, headers: { "x-amz-retry-after": "1500" } },
  { status: 503 },
  { status: 404 },
];
const inTurn = () => (_request: unknown, index: number) => responses[index % responses.length] ?? {};

const using = (make: () => RetryStrategyV2): Situation => ({
  server: inTurn,
  config: () => ({ retryStrategy: make() }),
  random: [0.5, 0.9],
});

describe("a strategy of Smithy's does the same in both:", () => {
  test.each<[string, () => RetryStrategyV2]>([
    ["standard", () => new StandardRetryStrategy(4)],
    ["standard, by a function", () => new StandardRetryStrategy(async () => 2)],
    ["standard, once", () => new StandardRetryStrategy(1)],
    ["standard, with a base", () => new StandardRetryStrategy({ maxAttempts: 5, baseDelay: 300 })],
    [
      "standard, with a backoff",
      () =>
        new StandardRetryStrategy({
          maxAttempts: 5,
          backoff: { computeNextBackoffDelay: (count) => 100 + count, setDelayBase() {} },
        }),
    ],
    ["configured", () => new ConfiguredRetryStrategy(4)],
    ["configured with a number", () => new ConfiguredRetryStrategy(4, 700)],
    [
      "configured with a function",
      () =>
        new ConfiguredRetryStrategy(
          async () => 5,
          (count) => count * count * 10,
        ),
    ],
    ["adaptive", () => new AdaptiveRetryStrategy(async () => 4)],
    [
      "adaptive, with a limiter",
      () => new AdaptiveRetryStrategy(4, { rateLimiter: new DefaultRateLimiter({ beta: 0.2 }) }),
    ],
  ])("%s", async (_name, make) => {
    const { official, ours } = await useBoth(using(make), async (side) => {
      const endings: unknown[] = [];
      for (let call = 0; call < 6; call++) endings.push(await side.call("GetBackendJob"));
      return endings;
    });
    expect({ endings: ours.value, waits: ours.waits }).toEqual({
      endings: official.value,
      waits: official.waits,
    });
    expect(ours.requests.length).toBe(official.requests.length);
  });
});

/** Repeats up to four attempts, leaves the waiting to the client, and writes down what it is asked. */
class RecordingStrategy implements RetryStrategyV2 {
  readonly asked: unknown[] = [];

  async acquireInitialRetryToken(scope: string): Promise<StandardRetryToken> {
    this.asked.push(["acquire", scope]);
    return tokenAfter(0);
  }

  async refreshRetryTokenForRetry(
    token: StandardRetryToken,
    info: RetryErrorInfo,
  ): Promise<StandardRetryToken> {
    const { errorType, retryAfterHint } = info;
    this.asked.push(["refresh", token.getRetryCount(), errorType, retryAfterHint?.getTime()]);
    if (token.getRetryCount() >= 3) throw new Error("enough");
    return tokenAfter(token.getRetryCount() + 1);
  }

  recordSuccess(token: StandardRetryToken): void {
    this.asked.push(["success", token.getRetryCount()]);
  }
}

const tokenAfter = (count: number): StandardRetryToken => ({
  getRetryCount: () => count,
  getRetryDelay: () => count * 10,
  getRetryCost: () => 0,
  isLongPoll: () => false,
});

test("a strategy of one's own is asked the same, and waited for alike", async () => {
  const strategies: RecordingStrategy[] = [];
  const make = (): RecordingStrategy => {
    const strategy = new RecordingStrategy();
    strategies.push(strategy);
    return strategy;
  };
  const { official, ours } = await useBoth(using(make), async (side) => [
    await side.call("GetBackendJob"),
    await side.call("GetBackendJob"),
    await side.call("GetBackendJob"),
  ]);
  expect({ endings: ours.value, waits: ours.waits }).toEqual({
    endings: official.value,
    waits: official.waits,
  });
  const [theirs, mine] = strategies.map(({ asked }) => asked);
  expect(mine).toEqual(theirs);
  expect(mine?.length).toBeGreaterThan(6);
});

const firstEnding = async (config: () => Partial<SharedConfig>, operation = "GetBackendJob") => {
  const { official, ours } = await useBoth({ server: () => () => ({ status: 503 }), config }, (side) =>
    side.call(operation),
  );
  return { official: summary(official), ours: summary(ours) };
};

test("a strategy cannot have repeated what is not safe to repeat", async () => {
  const config = () => ({ retryStrategy: new StandardRetryStrategy(5) });
  const { official, ours } = await firstEnding(config, "CloneBackend");
  expect([official.requests, ours.requests]).toEqual([5, 1]);
});

test(difference("retry-strategy-v1"), async () => {
  const config = () => ({ retryStrategy: new DeprecatedStandardRetryStrategy(async () => 2) as never });
  const { official, ours } = await firstEnding(config);
  expect(official).toMatchObject({ requests: 2, attempts: 2 });
  expect(ours).toMatchObject({ requests: 0, end: "ConfigurationError" });
});

test(difference("retry-strategy-refuses"), async () => {
  class CircuitOpen extends Error {
    override readonly name = "CircuitOpen";
  }
  const config = () => {
    const retryStrategy = new RecordingStrategy();
    retryStrategy.acquireInitialRetryToken = () => Promise.reject(new CircuitOpen("wait"));
    return { retryStrategy };
  };
  const { official, ours } = await firstEnding(config);
  expect([official, ours]).toMatchObject([
    { requests: 0, end: "CircuitOpen" },
    { requests: 0, end: "ConfigurationError" },
  ]);
});

test(difference("retry-strategy-nonsense"), async () => {
  class Wordy extends RecordingStrategy {
    override async refreshRetryTokenForRetry(token: StandardRetryToken, info: RetryErrorInfo) {
      const next = await super.refreshRetryTokenForRetry(token, info);
      return { ...next, getRetryDelay: () => "5" as unknown as number };
    }
  }
  const { official, ours } = await firstEnding(() => ({ retryStrategy: new Wordy() }));
  expect(official).toMatchObject({ requests: 4, attempts: 4, totalRetryDelay: "0050505" });
  expect(ours).toMatchObject({ requests: 1, attempts: 1, end: "ConfigurationError", totalRetryDelay: 0 });
});

test("the mode that other tools call legacy is the standard one", async () => {
  const { official, ours } = await firstEnding(() => ({ retryMode: "legacy" }));
  expect(ours).toEqual(official);
  expect(ours).toMatchObject({ requests: 3, attempts: 3 });
});

test("no attempts mean one", async () => {
  const { official, ours } = await firstEnding(() => ({ maxAttempts: 0 }));
  expect(ours).toEqual(official);
  expect(ours).toMatchObject({ requests: 1, attempts: 1 });
});
