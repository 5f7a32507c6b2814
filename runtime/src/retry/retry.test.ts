import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { StandardRetryStrategy } from "@smithy/core/retry";
import type { OperationDescriptor } from "../descriptors/operation.js";
import { NetworkError } from "../errors/network-error.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { CloneBackendCommand, GetBackendJobCommand, UnmodeledServiceException } from "../testing/amplify.js";
import { backoffDelay } from "./backoff.js";
import { classify } from "./classify.js";
import { DefaultRetryStrategy, defaultStrategy } from "./default-strategy.js";
import type { RetryErrorType, RetryToken } from "./retry-strategy.js";
import { judge } from "./safety.js";

/** What Smithy's strategies wait by; it is not exported. */
interface Backoff {
  setDelayBase(delay: number): void;
  computeNextBackoffDelay(retries: number): number;
}

const failed = (error: Error, clockCorrected = false) => ({ error, clockCorrected });
const service = (code: string, status: number, more = {}) =>
  new UnmodeledServiceException({ message: "m", code, $metadata: { httpStatusCode: status }, ...more });
const network = (phase: NetworkError["phase"], code?: string, cause?: unknown) =>
  new NetworkError("m", { phase, code, cause });
const expired = new UnmodeledServiceException({
  message: "Signature expired: 20240101T000000Z is now earlier than 20240101T001000Z",
  code: "InvalidSignatureException",
  $metadata: { httpStatusCode: 403 },
});
const foreign = (more: object) => Object.assign(new Error("m"), more);

const refused = foreign({ code: "ECONNREFUSED", syscall: "connect" });
const unknownHost = foreign({ code: "ENOTFOUND", syscall: "getaddrinfo" });

const safe = new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "c" }).operation;
const unsafe = new CloneBackendCommand({
  AppId: "a",
  BackendEnvironmentName: "b",
  TargetEnvironmentName: "c",
}).operation;

const table: [what: string, error: Error, clockCorrected: boolean, type: string, repeatUnsafe: boolean][] = [
  ["status 429", service("Unknown", 429), false, "THROTTLING", true],
  ["a throttling code", service("ThrottlingException", 400), false, "THROTTLING", true],
  ["a throttling code with a 5xx", service("SlowDown", 503), false, "THROTTLING", false],
  [
    "the model's word with a 5xx",
    service("X", 503, { $retryable: { throttling: true } }),
    false,
    "THROTTLING",
    false,
  ],
  ["the model's word", service("X", 400, { $retryable: { throttling: true } }), false, "THROTTLING", true],
  ["the model's word on something else", service("X", 400, { $retryable: {} }), false, "TRANSIENT", false],
  ["status 500", service("InternalFailure", 500), false, "TRANSIENT", false],
  ["status 502", service("Unknown", 502), false, "TRANSIENT", false],
  ["status 503", service("ServiceUnavailable", 503), false, "TRANSIENT", false],
  ["status 504", service("GatewayTimeoutException", 504), false, "TRANSIENT", false],
  ["status 501", service("NotImplemented", 501), false, "SERVER_ERROR", false],
  ["status 400", service("BadRequestException", 400), false, "CLIENT_ERROR", false],
  ["RequestTimeout", service("RequestTimeout", 400), false, "TRANSIENT", false],
  ["a wrong clock, put right", service("RequestTimeTooSkewed", 403), true, "TRANSIENT", true],
  ["a wrong clock, known before", service("RequestTimeTooSkewed", 403), false, "CLIENT_ERROR", false],
  ["a signature that has expired", expired, false, "TRANSIENT", true],
  ["a signature that is wrong", service("InvalidSignatureException", 403), false, "CLIENT_ERROR", false],
  ["a 404 while the clock is put right", service("NotFoundException", 404), true, "CLIENT_ERROR", false],
  ["any other error while the clock is put right", service("InternalFailure", 500), true, "TRANSIENT", false],
  ["a refused connection", network("connect", "ECONNREFUSED", refused), false, "TRANSIENT", true],
  ["an unknown host", network("lookup", "ENOTFOUND", unknownHost), false, "TRANSIENT", true],
  ["a dropped connection", network("unknown", "ECONNRESET"), false, "TRANSIENT", false],
  ["a cut body", network("receive", "ECONNRESET"), false, "TRANSIENT", false],
  ["a transport that says nothing", network("unknown"), false, "CLIENT_ERROR", false],
  [
    "fetch without a connection",
    network("unknown", undefined, new TypeError("m")),
    false,
    "TRANSIENT",
    false,
  ],
  ["a header that cannot be sent", network("unknown", "ERR_INVALID_CHAR"), false, "CLIENT_ERROR", false],
  [
    "a cause far down",
    network("unknown", undefined, foreign({ cause: foreign({ code: "EPIPE" }) })),
    false,
    "TRANSIENT",
    false,
  ],
  [
    "a cause that is no error",
    network("unknown", undefined, foreign({ cause: null })),
    false,
    "CLIENT_ERROR",
    false,
  ],
  [
    "a handler that was ended",
    network("unknown", undefined, foreign({ name: "AbortError", code: "ECONNRESET" })),
    false,
    "CLIENT_ERROR",
    false,
  ],
  [
    "a stream that HTTP/2 refused",
    network(
      "unknown",
      "ERR_HTTP2_STREAM_ERROR",
      foreign({
        code: "ERR_HTTP2_STREAM_ERROR",
        message: "Stream closed with error code NGHTTP2_REFUSED_STREAM",
      }),
    ),
    false,
    "TRANSIENT",
    true,
  ],
  ["a bad certificate", network("tls", "CERT_HAS_EXPIRED"), false, "CLIENT_ERROR", false],
  ["a timeout", new TimeoutError("m", { phase: "attempt" }), false, "TRANSIENT", false],
  [
    "a connection that was not set up in time",
    new TimeoutError("m", { phase: "connect" }),
    false,
    "TRANSIENT",
    false,
  ],
  ["an answer that cannot be read", new ResponseParseError("m"), false, "CLIENT_ERROR", false],
];

test.each(table)("%s", (_what, error, clockCorrected, type, repeatUnsafe) => {
  expect(classify(failed(error, clockCorrected))).toBe(type);
  const isPassing = type === "THROTTLING" || type === "TRANSIENT";
  const judged = (operation: OperationDescriptor, optedIn: boolean) =>
    judge(operation, failed(error, clockCorrected), optedIn);
  const permission = repeatUnsafe ? "not-executed" : undefined;
  expect(judged(unsafe, false)).toEqual({ errorType: type, isPassing, permission });
  expect(judged(unsafe, true)).toMatchObject({ isPassing, permission: permission ?? "opted-in" });
  for (const operation of [safe, { ...unsafe, idempotent: true as const }]) {
    expect(judged(operation, false)).toMatchObject({ isPassing, permission: "safe-operation" });
  }
});

describe("the wait before the next attempt", () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test("is that of AWS's clients, number by number", () => {
    for (const [errorType, base] of [
      ["TRANSIENT", 50],
      ["THROTTLING", 1000],
    ] as const) {
      for (const random of [0, 0.1, 0.5, 0.999]) {
        jest.spyOn(Math, "random").mockReturnValue(random);
        const official = (new StandardRetryStrategy(3) as unknown as { retryBackoffStrategy: Backoff })
          .retryBackoffStrategy;
        official.setDelayBase(base);
        for (let retries = 0; retries < 12; retries++) {
          expect(backoffDelay({ errorType, retries, random })).toBe(
            official.computeNextBackoffDelay(retries),
          );
        }
      }
    }
  });

  test("begins with the base that is asked for", () => {
    expect(backoffDelay({ errorType: "THROTTLING", retries: 2, random: 0.5, base: 7 })).toBe(14);
    expect(backoffDelay({ errorType: "TRANSIENT", retries: 0, random: 0.5, base: 0 })).toBe(0);
    expect(backoffDelay({ errorType: "TRANSIENT", retries: 1_000, random: 0.5, base: 7 })).toBe(10_000);
  });

  test.each([
    [0, 25],
    [100, 100],
    [5_025, 5_025],
    [60_000, 5_025],
  ])("is at least the %d ms that the service asks for, within reason", (retryAfter, expected) => {
    expect(backoffDelay({ errorType: "TRANSIENT", retries: 0, random: 0.5, retryAfter })).toBe(expected);
  });
});

describe("the default strategy", () => {
  test("ends after its attempts", async () => {
    const strategy = defaultStrategy("standard", 3, () => 0);
    let token = await strategy.acquireInitialRetryToken("");
    token = await strategy.refreshRetryTokenForRetry(token, { errorType: "TRANSIENT" });
    token = await strategy.refreshRetryTokenForRetry(token, { errorType: "TRANSIENT" });
    await expect(strategy.refreshRetryTokenForRetry(token, { errorType: "TRANSIENT" })).rejects.toThrow();
  });

  test("says why there is no further attempt, and how long to wait for one", async () => {
    const asked: number[] = [];
    const delayBefore = (retries: number) => (asked.push(retries) === 2 ? -1 : 70);
    const strategy = new DefaultRetryStrategy("standard", 4, delayBefore);
    const first = await strategy.acquireInitialRetryToken();
    const refresh = (token: RetryToken, errorType: RetryErrorType = "TRANSIENT") =>
      strategy.refreshRetryTokenForRetry(token, { errorType });
    await expect(refresh(first, "SERVER_ERROR")).rejects.toMatchObject({ reason: "not-retryable" });
    const second = await refresh(first);
    expect([first.getRetryDelay(), second.getRetryDelay()]).toEqual([0, 70]);
    await expect(refresh(second)).rejects.toMatchObject({ reason: "strategy-refused" });
    const last = await refresh(await refresh(second));
    await expect(refresh(last)).rejects.toMatchObject({ reason: "attempts-exhausted" });
    expect(asked).toEqual([0, 1, 1, 2]);
  });

  test("is the standard one where other tools say legacy", () => {
    expect(defaultStrategy("legacy", 3, () => 0)).toMatchObject({ mode: "standard" });
  });

  test("takes tokens back", async () => {
    const strategy = new DefaultRetryStrategy("standard", 1000, () => 0);
    for (let round = 0; round < 100; round++) {
      const first = await strategy.acquireInitialRetryToken();
      strategy.giveBack(await strategy.refreshRetryTokenForRetry(first, { errorType: "TRANSIENT" }));
    }
  });

  test("ends when the bucket that all calls share is empty", async () => {
    const strategy = defaultStrategy("standard", 1000, () => 0);
    let granted = 0;
    try {
      for (; granted < 1000; granted++) {
        await strategy.refreshRetryTokenForRetry(await strategy.acquireInitialRetryToken(""), {
          errorType: "TRANSIENT",
        });
      }
    } catch {}
    // 500 tokens, 14 each.
    expect(granted).toBe(35);
    await expect(
      strategy.refreshRetryTokenForRetry(await strategy.acquireInitialRetryToken(""), {
        errorType: "TRANSIENT",
      }),
    ).rejects.toMatchObject({ reason: "no-retry-tokens" });
  });
});
