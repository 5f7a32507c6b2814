import { describe, expect, jest, test } from "@jest/globals";
import type { ClientConfig, HttpHandler, RetryStrategy } from "../index.js";
import { clientFor, clone, closeServerAfterEach, error, readJob, received } from "../testing/calls.js";
import { testClient } from "../testing/clients.js";

closeServerAfterEach();

const unavailable = () => ({ status: 503 });
const firstUnavailable = (_request: unknown, index: number) => (index === 0 ? { status: 503 } : {});

/** What an attempt that is not repeated ends in. */
const refusal = (attempt: number, name: string, reason: string) => ({
  ...{ attempt, error: name, repeated: false, reason, delay: 0 },
});

describe("$metadata.retryDecisions", () => {
  test("is on results, too", async () => {
    const client = await clientFor(firstUnavailable, { environment: { random: () => 0.5 } });
    const { $metadata } = await client.send(readJob());
    expect($metadata.retryDecisions).toEqual([
      { attempt: 1, error: "UnmodeledServiceException", repeated: true, reason: "safe-operation", delay: 25 },
    ]);
    expect(await client.send(readJob())).not.toHaveProperty("$metadata.retryDecisions");
  });

  test("says that it was the last attempt", async () => {
    const client = await clientFor(unavailable, { maxAttempts: 2 });
    await expect(client.send(readJob())).rejects.toMatchObject({
      retryable: true,
      $metadata: {
        retryDecisions: [{ repeated: true }, refusal(2, "UnmodeledServiceException", "attempts-exhausted")],
      },
    });
  });

  test("says that other calls have used up the tokens", async () => {
    const client = await clientFor(unavailable, { maxAttempts: 50 });
    await expect(client.send(readJob())).rejects.toMatchObject({
      // 500 tokens, 14 each.
      $metadata: { attempts: 36 },
    });
    await expect(client.send(readJob())).rejects.toMatchObject({
      retryable: true,
      $metadata: { retryDecisions: [refusal(1, "UnmodeledServiceException", "no-retry-tokens")] },
    });
  });

  test("says that the caller has ended the call, before and during a wait", async () => {
    for (const [responder, length] of [
      [() => undefined, 1],
      [() => ({ status: 503, headers: { "retry-after": "5" } }), 1],
    ] as const) {
      const client = await clientFor(responder);
      const call = client.send(readJob(), { abortSignal: AbortSignal.timeout(100) });
      const decisions = { length, 0: { attempt: 1, repeated: false, reason: "aborted", delay: 0 } };
      await expect(call).rejects.toMatchObject({
        name: "AbortError",
        $metadata: { totalRetryDelay: 0, retryDecisions: decisions },
      });
    }
  });

  test("says that no further attempt fits into the call, which ends at once, with the error of the attempt", async () => {
    const client = await clientFor(() => error("SlowDown", 429, { "retry-after": "4" }), {
      callTimeout: 3_000,
    });
    const began = performance.now();
    await expect(client.send(clone())).rejects.toMatchObject({
      code: "SlowDown",
      retryable: true,
      $metadata: { retryDecisions: [refusal(1, "UnmodeledServiceException", "call-timeout")] },
    });
    expect(performance.now() - began).toBeLessThan(2_500);
  });

  test("costs no token where no further attempt fits into the call", async () => {
    const later = { status: 503, headers: { "retry-after": "4" } };
    const client = await clientFor(() => later, { callTimeout: 3_000 });
    for (let call = 0; call < 50; call++) await client.safeSend(readJob());
    await expect(client.send(readJob())).rejects.toMatchObject({
      $metadata: { retryDecisions: [{ reason: "call-timeout" }] },
    });
  });

  test("says that the call's time ran out", async () => {
    const client = await clientFor(() => undefined, { callTimeout: 50 });
    await expect(client.send(readJob())).rejects.toMatchObject({
      phase: "call",
      $metadata: { retryDecisions: [refusal(1, "TimeoutError", "call-timeout")] },
    });
  });

  test("is there where no attempt got as far as the network, but not where none was made", async () => {
    const failing = await clientFor(unavailable, { credentials: () => Promise.reject(new Error("none")) });
    await expect(failing.send(readJob())).rejects.toMatchObject({
      $metadata: { retryDecisions: [refusal(1, "CredentialsProviderError", "not-retryable")] },
    });
    const result = await failing.safeSend(clone({ AppId: ".." }));
    expect(result.success ? undefined : result.error.$metadata).not.toHaveProperty("retryDecisions");
  });

  test("says so where the wait itself fails", async () => {
    const sleep = () => Promise.reject(new Error("no timers"));
    const client = await clientFor(unavailable, { environment: { sleep } });
    await expect(client.send(readJob())).rejects.toMatchObject({
      $metadata: {
        totalRetryDelay: 0,
        retryDecisions: [refusal(1, "UnmodeledServiceException", "not-retryable")],
      },
    });
  });

  test("goes into the log, and its reason to the hook onRetry", async () => {
    const [info, onRetry] = [jest.fn(), jest.fn()];
    const ignore = (): void => {};
    const logger = { info, debug: ignore, warn: ignore, error: ignore };
    const client = await clientFor(firstUnavailable, { logger, hooks: { onRetry } });
    await client.send(readJob());
    expect(info.mock.calls).toMatchObject([
      [{ metadata: { retryDecisions: [{ attempt: 1, reason: "safe-operation" }] } }],
    ]);
    expect(onRetry.mock.calls).toMatchObject([[{ attempt: 1, reason: "safe-operation" }]]);
  });
});

describe("retryUnsafeOperations", () => {
  const optedIn = [{ attempt: 1, repeated: true, reason: "opted-in" }];

  test("has a client's calls repeated", async () => {
    const client = await clientFor(firstUnavailable, { retryUnsafeOperations: true });
    await expect(client.send(clone())).resolves.toMatchObject({ $metadata: { retryDecisions: optedIn } });
  });

  test("of a call counts more than the client's", async () => {
    const never = await clientFor(firstUnavailable);
    const yes = { retryUnsafeOperations: true };
    await expect(never.send(clone(), yes)).resolves.toMatchObject({ $metadata: { retryDecisions: optedIn } });
    const always = await clientFor(unavailable, yes);
    await expect(always.send(clone(), { retryUnsafeOperations: false })).rejects.toMatchObject({
      retryable: false,
      $metadata: { attempts: 1, retryDecisions: [{ reason: "possibly-executed" }] },
    });
    await expect(always.send(clone(), { retryUnsafeOperations: undefined })).rejects.toMatchObject({
      retryable: true,
      $metadata: { attempts: 3 },
    });
  });

  test("repeats nothing that would go wrong again, whatever a strategy says", async () => {
    const retryStrategy = willing();
    const client = await clientFor(() => error("NotFoundException", 404), {
      retryStrategy,
      retryUnsafeOperations: true,
    });
    await expect(client.send(clone())).rejects.toMatchObject({
      $metadata: { attempts: 1, retryDecisions: [{ reason: "not-retryable" }] },
    });
  });

  test("leaves a call that is proven not to be executed its own reason", async () => {
    const client = await clientFor((_request, index) => (index === 0 ? { status: 429 } : {}), {
      retryUnsafeOperations: true,
    });
    await expect(client.send(clone())).resolves.toMatchObject({
      $metadata: { retryDecisions: [{ reason: "not-executed" }] },
    });
  });

  test.each(["false", 1, 0, {}, []])("cannot be %p", async (value) => {
    const config = { retryUnsafeOperations: value } as unknown as ClientConfig;
    expect(() => testClient(config)).toThrow("retryUnsafeOperations must be true or false.");
    const client = await clientFor(unavailable);
    await expect(client.send(clone(), config as object)).rejects.toMatchObject({
      name: "ConfigurationError",
      operation: "CloneBackend",
      $metadata: { attempts: 0 },
    });
    expect(received()).toHaveLength(0);
  });
});

/** A strategy that wants everything repeated. */
function willing(more: object = {}, token: object = {}): RetryStrategy {
  const grant = async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0, ...token });
  return {
    acquireInitialRetryToken: grant,
    refreshRetryTokenForRetry: grant,
    recordSuccess: () => {},
    ...more,
  };
}

describe("a strategy of the user's own", () => {
  const fail = (): never => {
    throw new Error("broken");
  };
  const dropping: HttpHandler = {
    handle: () => Promise.reject(Object.assign(new Error("reset"), { code: "ECONNRESET" })),
  };

  test("is not asked about what may have been executed", async () => {
    const refreshRetryTokenForRetry = jest.fn<RetryStrategy["refreshRetryTokenForRetry"]>();
    const retryStrategy = willing({ refreshRetryTokenForRetry });
    const client = testClient({ requestHandler: dropping, retryStrategy });
    await expect(client.send(clone())).rejects.toMatchObject({
      $metadata: { attempts: 1, retryDecisions: [refusal(1, "NetworkError", "possibly-executed")] },
    });
    expect(refreshRetryTokenForRetry).not.toHaveBeenCalled();
  });

  test("is told when the service asks to be called again, as a time and from now", async () => {
    const now = Date.parse("2026-01-02T03:04:05Z");
    const refreshRetryTokenForRetry = jest.fn(willing().refreshRetryTokenForRetry);
    const retryStrategy = willing({ refreshRetryTokenForRetry });
    const client = await clientFor(
      (_request, index) => [{ status: 503, headers: { "retry-after": "2" } }, { status: 503 }, {}][index],
      { retryStrategy, environment: { now: () => now } },
    );
    await client.send(readJob());
    const hints = refreshRetryTokenForRetry.mock.calls.map(([, info]) => [
      info.retryAfterHint,
      info.retryAfter,
    ]);
    expect(hints).toEqual([
      [new Date(now + 2000), 2000],
      [undefined, undefined],
    ]);
  });

  test.each<[string, object]>([
    ["throws", { refreshRetryTokenForRetry: fail }],
    ["rejects", { refreshRetryTokenForRetry: async () => fail() }],
    ["answers with nothing", { refreshRetryTokenForRetry: async () => undefined }],
  ])("that %s says no", async (_what, more) => {
    const client = testClient({ requestHandler: dropping, retryStrategy: willing(more) });
    await expect(client.send(readJob())).rejects.toMatchObject({
      code: "ECONNRESET",
      retryable: true,
      $metadata: { attempts: 1, retryDecisions: [refusal(1, "NetworkError", "strategy-refused")] },
    });
  });

  test.each<[string, object]>([
    ["no number", { getRetryDelay: () => Number.NaN }],
    ["for ever", { getRetryDelay: () => Number.POSITIVE_INFINITY }],
    ["text", { getRetryDelay: () => "5" }],
    ["what cannot be shown", { getRetryDelay: () => Object.create(null) }],
    ["nothing to ask", { getRetryDelay: undefined }],
    ["a failure", { getRetryDelay: fail }],
  ])("whose delay is %s ends the call, typed", async (_what, token) => {
    const retryStrategy = willing({}, token);
    const client = testClient({ requestHandler: dropping, retryStrategy });
    await expect(client.send(readJob())).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringMatching(/getRetryDelay/),
      $metadata: { attempts: 1, retryDecisions: [refusal(1, "NetworkError", "strategy-refused")] },
    });
  });

  test.each([-5, -0])("whose delay is %d does not wait", async (delay) => {
    const slept: number[] = [];
    const sleep = async (milliseconds: number): Promise<void> => void slept.push(milliseconds);
    const retryStrategy = willing(
      {},
      { getRetryDelay: () => delay, $retryLog: { acquisitionDelay: Number.NaN } },
    );
    const client = await clientFor(firstUnavailable, { retryStrategy, environment: { sleep } });
    await expect(client.send(readJob())).resolves.toMatchObject({ $metadata: { totalRetryDelay: 0 } });
    expect(slept.map(Math.abs)).toEqual([0]);
  });

  test("that never answers is waited for as long as the call may take", async () => {
    const retryStrategy = willing({ refreshRetryTokenForRetry: () => new Promise(() => {}) });
    const client = testClient({ requestHandler: dropping, retryStrategy, callTimeout: 50 });
    await expect(client.send(readJob())).rejects.toMatchObject({
      name: "TimeoutError",
      phase: "call",
      $metadata: { retryDecisions: [refusal(1, "NetworkError", "call-timeout")] },
    });
  });

  test("that would go on for ever is ended with the call", async () => {
    const client = testClient({ requestHandler: dropping, retryStrategy: willing(), callTimeout: 100 });
    // Either the time runs out, or none is left for a further attempt.
    const result = await client.safeSend(readJob());
    const decisions = result.success ? [] : (result.error.$metadata.retryDecisions ?? []);
    expect(decisions.at(-1)).toMatchObject({ repeated: false, reason: "call-timeout" });
    expect(decisions.length).toBeGreaterThan(1);
  });
});
