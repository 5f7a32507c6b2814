import { expect, jest, test } from "@jest/globals";
import * as fc from "fast-check";
import type { ClientConfig, HttpHandler, RetryDecision, RetryStrategy } from "../index.js";
import { clone, readJob } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";
import { type Responder, startServer } from "../testing/local-server.js";
import { NOW, type Outcome, outcomes } from "../testing/outcomes.js";

jest.setTimeout(120_000);

/** A strategy of a user's own: so many attempts, waits of any kind. */
const ownStrategy = (max: number, delays: readonly number[], waited: number): RetryStrategy => {
  const token = (count: number) => ({
    getRetryCount: () => count,
    getRetryDelay: () => delays[count % delays.length] ?? 0,
    $retryLog: { acquisitionDelay: waited },
  });
  return {
    acquireInitialRetryToken: async () => token(0),
    refreshRetryTokenForRetry: async (before) => {
      if (before.getRetryCount() + 1 >= max) throw new Error("enough");
      return token(before.getRetryCount() + 1);
    },
    recordSuccess: () => {},
  };
};

interface Setting {
  readonly config: ClientConfig;
  readonly isOwn: boolean;
  readonly most: number;
}

const setting: fc.Arbitrary<Setting> = fc.oneof(
  fc
    .record({
      maxAttempts: fc.nat(5),
      retryDelayOptions: fc.constantFrom(
        {},
        { base: 7 },
        { customBackoff: (count: number) => 10 * count },
        { customBackoff: (count: number) => 5 - 3 * count },
      ),
    })
    .map((config) => ({ config, isOwn: false, most: Math.max(config.maxAttempts, 1) })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.integer({ min: -5, max: 50 }), { minLength: 1 }),
      fc.nat(9),
    )
    .map(([most, delays, waited]) => ({
      config: { retryStrategy: ownStrategy(most, delays, waited) },
      isOwn: true,
      most,
    })),
);

const call = fc.record({
  isSafe: fc.boolean(),
  optedIn: fc.constantFrom(undefined, true, false),
  callOptedIn: fc.constantFrom(undefined, true, false),
  callTimeout: fc.constantFrom(0, 1_000, 1_000),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  script: fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 7 }),
  setting,
});

const REPEATED = ["safe-operation", "not-executed", "opted-in"];
const WILLING = ["attempts-exhausted", "no-retry-tokens", "strategy-refused", "call-timeout"];

type Call = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

/** Makes one call over a transport that follows the script, the last of it over and over. */
async function play({ isSafe, optedIn, callOptedIn, callTimeout, random, script, setting }: Call) {
  const met: Outcome[] = [];
  const slept: number[] = [];
  const retries: unknown[] = [];
  let now = NOW;
  const handler: HttpHandler = {
    handle: async () => {
      const outcome = script[Math.min(met.length, script.length - 1)] as Outcome;
      met.push(outcome);
      return { response: outcome.answer() };
    },
  };
  const client = testClient({
    ...setting.config,
    requestHandler: handler,
    callTimeout,
    retryUnsafeOperations: optedIn,
    hooks: { onRetry: ({ attempt, reason }) => retries.push([attempt, reason]) },
    environment: {
      now: () => now,
      random: () => random,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
        now += milliseconds;
      },
    },
  });
  const options = { retryUnsafeOperations: callOptedIn };
  const result = await (isSafe ? client.safeSend(readJob(), options) : client.safeSend(clone(), options));
  return {
    result,
    met,
    slept,
    retries,
    $metadata: result.success ? result.data.$metadata : result.error.$metadata,
  };
}

/** What failed at last, and is not repeated. */
function checkEnd(
  decision: RetryDecision,
  { lasting, proven }: Outcome,
  call: Call,
  retryable: boolean,
): void {
  const mayHarm = !call.isSafe && !(call.callOptedIn ?? call.optedIn ?? false);
  expect(decision).toMatchObject({ repeated: false, delay: 0 });
  expect(retryable).toBe(WILLING.includes(decision.reason));
  switch (decision.reason) {
    case "possibly-executed":
      expect([mayHarm, proven]).toEqual([true, undefined]);
      break;
    case "not-retryable":
    case "aborted":
      expect(lasting).toBe(true);
      break;
    case "attempts-exhausted":
      expect([call.setting.isOwn, decision.attempt]).toEqual([false, call.setting.most]);
      break;
    case "call-timeout":
      expect(call.callTimeout).toBeGreaterThan(0);
      break;
    default:
      expect(decision.reason).toBe("strategy-refused");
  }
}

test("whatever attempts meet: nothing is executed twice by chance, every decision is told, and every wait counted", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(call, async (given) => {
      const { result, met, slept, retries, $metadata } = await play(given);
      const { retryDecisions: decisions = [], attempts = 0, totalRetryDelay = Number.NaN } = $metadata;
      expect(attempts).toBe(met.length);
      expect(attempts).toBeLessThanOrEqual(given.setting.most);

      // The last attempt may have been executed, none before it.
      if (!given.isSafe && !(given.callOptedIn ?? given.optedIn ?? false)) {
        expect(met.slice(0, -1).filter(({ proven }) => !proven)).toEqual([]);
      }

      expect($metadata.retryDecisions?.length).toBe(
        met[0]?.succeeds ? undefined : attempts - Number(result.success),
      );
      expect(decisions.map(({ attempt }) => attempt)).toEqual(decisions.map((_, index) => index + 1));
      const repeated = decisions.filter((decision) => decision.repeated);
      expect(repeated).toEqual(decisions.slice(0, attempts - 1));
      expect(repeated.map(({ reason }) => reason).filter((reason) => !REPEATED.includes(reason))).toEqual([]);
      expect(retries).toEqual(repeated.map(({ attempt, reason }) => [attempt, reason]));

      expect(repeated.reduce((sum, { delay }) => sum + delay, 0)).toBeCloseTo(totalRetryDelay, 6);
      expect(slept.length).toBe(repeated.length);
      expect(result.success).toBe(met.at(-1)?.succeeds ?? false);
      if (!result.success) {
        const [end, last] = [decisions.at(-1), met.at(-1)];
        checkEnd(end as RetryDecision, last as Outcome, given, result.error.retryable);
        expect(end?.error).toBe(result.error.name);
      }
      for (const { reason } of decisions) seen.set(reason, (seen.get(reason) ?? 0) + 1);
    }),
    { seed: 4, numRuns: 1_000 },
  );
  // Each of them is met.
  for (const reason of [
    ...REPEATED,
    "possibly-executed",
    "not-retryable",
    "attempts-exhausted",
    "strategy-refused",
    "call-timeout",
    "aborted",
  ]) {
    expect([reason, (seen.get(reason) ?? 0) >= 3]).toEqual([reason, true]);
  }
});

/** What a server does to a request: whether it executes it, and how it lets go of it. */
const fates: readonly { readonly executes: boolean; readonly answer: Responder }[] = [
  { executes: true, answer: () => ({}) },
  { executes: true, answer: () => ({ status: 500 }) },
  { executes: true, answer: () => ({ status: 503, headers: { "x-amzn-errortype": "SlowDown" } }) },
  { executes: true, answer: (_request, _index, { socket }) => void socket.destroy() },
  {
    executes: true,
    answer: (_request, _index, { response, socket }) =>
      void response.writeHead(200, { "content-length": "9" }).write("{", () => socket.destroy()),
  },
  { executes: false, answer: () => ({ status: 429 }) },
  {
    executes: false,
    answer: () => ({ status: 400, headers: { "x-amzn-errortype": "ThrottlingException" } }),
  },
  { executes: false, answer: (_request, _index, { socket }) => void socket.destroy() },
];

/** Met more often, so that some calls get past them. */
const HEALING = [fates[0], fates[5], fates[6]].flatMap((fate) => (fate === undefined ? [] : [fate, fate]));

test("over real connections a call that changes something is executed once at most, and heals where it can", async () => {
  let fate: readonly (typeof fates)[number][] = [];
  let next = 0;
  let executed = 0;
  await using server = await startServer((...parameters) => {
    const { executes, answer } = fate[Math.min(next++, fate.length - 1)] as (typeof fates)[number];
    if (executes) executed++;
    return answer(...parameters);
  });
  let healed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...fates, ...HEALING), { minLength: 1, maxLength: 3 }),
      async (script) => {
        [fate, next, executed] = [script, 0, 0];
        // Each with a bucket of its own.
        const client = testClient({ endpoint: server.url, retryDelayOptions: { base: 0 } });
        const result = await client.safeSend(clone());
        client.destroy();
        expect(executed).toBeLessThanOrEqual(1);
        if (result.success && next > 1) healed++;
      },
    ),
    { seed: 4, numRuns: 200 },
  );
  expect(healed).toBeGreaterThan(10);
});
