import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { StandardRetryStrategy } from "@smithy/core/retry";
import { NetworkError } from "../errors/network-error.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { CloneBackendCommand, GetBackendJobCommand, UnmodeledServiceException } from "../testing/amplify.js";
import { backoffDelay } from "./backoff.js";
import { classify } from "./classify.js";
import { observeServerDate } from "./clock-skew.js";
import { defaultStrategy } from "./default-strategy.js";
import { readRetryAfter } from "./retry-after.js";
import { mayRepeat } from "./safety.js";

/** What Smithy's strategies wait by; it is not exported. */
interface Backoff {
  setDelayBase(delay: number): void;
  computeNextBackoffDelay(retries: number): number;
}

const failed = (error: Error, clockCorrected = false) => ({ error, clockCorrected });
const service = (code: string, status: number, more = {}) =>
  new UnmodeledServiceException({ message: "m", code, $metadata: { httpStatusCode: status }, ...more });
const network = (phase: NetworkError["phase"], code?: string) => new NetworkError("m", { phase, code });

const safe = new GetBackendJobCommand({ AppId: "a", BackendEnvironmentName: "b", JobId: "c" }).operation;
const unsafe = new CloneBackendCommand({
  AppId: "a",
  BackendEnvironmentName: "b",
  TargetEnvironmentName: "c",
}).operation;

const table: [what: string, error: Error, clockCorrected: boolean, type: string, repeatUnsafe: boolean][] = [
  ["status 429", service("Unknown", 429), false, "THROTTLING", true],
  ["a throttling code", service("ThrottlingException", 400), false, "THROTTLING", true],
  ["a throttling code under another status", service("SlowDown", 503), false, "THROTTLING", true],
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
  ["any other error while the clock is put right", service("InternalFailure", 500), true, "TRANSIENT", false],
  ["a refused connection", network("connect", "ECONNREFUSED"), false, "TRANSIENT", true],
  ["an unknown host", network("lookup", "ENOTFOUND"), false, "TRANSIENT", true],
  ["a dropped connection", network("unknown", "ECONNRESET"), false, "TRANSIENT", false],
  ["a cut body", network("receive", "ECONNRESET"), false, "TRANSIENT", false],
  ["a transport that cannot tell", network("unknown"), false, "TRANSIENT", false],
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
  expect(mayRepeat(unsafe, failed(error, clockCorrected))).toBe(repeatUnsafe);
  expect(mayRepeat(safe, failed(error, clockCorrected))).toBe(true);
  expect(mayRepeat({ ...unsafe, idempotent: true }, failed(error, clockCorrected))).toBe(true);
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

  test.each([
    [0, 25],
    [100, 100],
    [5_025, 5_025],
    [60_000, 5_025],
  ])("is at least the %d ms that the service asks for, within reason", (retryAfter, expected) => {
    expect(backoffDelay({ errorType: "TRANSIENT", retries: 0, random: 0.5, retryAfter })).toBe(expected);
  });
});

describe("the service asks to wait", () => {
  const now = Date.parse("2024-01-01T00:00:00Z");

  test.each<[Record<string, string>, number | undefined]>([
    [{ "retry-after": "2" }, 2000],
    [{ "retry-after": "1.5" }, 1500],
    [{ "retry-after": "Mon, 01 Jan 2024 00:00:10 GMT" }, 10_000],
    [{ "retry-after": "Mon, 01 Jan 2024 00:00:10 GMT, 3" }, 3000],
    [{ "retry-after": "Sun, 31 Dec 2023 00:00:00 GMT" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "x-amz-retry-after": "1500" }, 1500],
    [{ "x-amz-retry-after": "" }, undefined],
    [{ "x-amz-retry-after": "-1" }, undefined],
    [{ "x-amz-retry-after": "Infinity" }, undefined],
    [{ "retry-after": "1", "x-amz-retry-after": "9000" }, 1000],
    [{}, undefined],
  ])("%j", (headers, expected) => {
    expect(readRetryAfter(headers, now)).toBe(expected);
  });
});

describe("the service's clock", () => {
  const now = Date.parse("2024-01-01T00:00:00Z");
  const headersFor = (offset: number) => ({ date: new Date(now + offset).toUTCString() });
  const hour = 3_600_000;

  test("being minutes away, is followed", () => {
    const state = { systemClockOffset: 0 };
    expect(observeServerDate(state, headersFor(hour), now, { sentAt: now, offset: 0 })).toBe(true);
    expect(state.systemClockOffset).toBe(hour);
  });

  test("being seconds away, is not", () => {
    const state = { systemClockOffset: 0 };
    expect(observeServerDate(state, headersFor(60_000), now, { sentAt: now, offset: 0 })).toBe(false);
    expect(state.systemClockOffset).toBe(0);
  });

  test("having been followed by a parallel call, still explains this call's failure", () => {
    const state = { systemClockOffset: hour };
    expect(observeServerDate(state, headersFor(hour), now, { sentAt: now, offset: 0 })).toBe(true);
    expect(observeServerDate(state, headersFor(hour), now, { sentAt: now, offset: hour })).toBe(false);
  });

  test.each<[string, Record<string, string>, number]>([
    ["is not there", {}, now],
    ["cannot be read", { date: "today" }, now],
    ["is that of a cache", { ...headersFor(hour), age: "5" }, now],
    ["came long after the request", headersFor(hour), now - 16 * 60_000],
  ])("says nothing where it %s", (_name, headers, sentAt) => {
    const state = { systemClockOffset: 0 };
    expect(observeServerDate(state, headers, now, { sentAt, offset: 0 })).toBe(false);
    expect(state.systemClockOffset).toBe(0);
  });
});

describe("the default strategy", () => {
  test("ends after its attempts", async () => {
    const strategy = defaultStrategy("standard", 3);
    let token = await strategy.acquireInitialRetryToken("");
    token = await strategy.refreshRetryTokenForRetry(token, { errorType: "TRANSIENT" });
    token = await strategy.refreshRetryTokenForRetry(token, { errorType: "TRANSIENT" });
    await expect(strategy.refreshRetryTokenForRetry(token, { errorType: "TRANSIENT" })).rejects.toThrow();
  });

  test("ends when the bucket that all calls share is empty", async () => {
    const strategy = defaultStrategy("standard", 1000);
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
  });
});
