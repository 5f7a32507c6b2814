import { Readable } from "node:stream";
import type { HttpResponse } from "../index.js";

/** What an attempt can meet, and what is true of it, whatever the client thinks. */
export interface Outcome {
  readonly what: string;
  readonly succeeds?: true;
  /** Nothing can have been executed, and the client can know it. */
  readonly proven?: true;
  /** The same would happen again. */
  readonly lasting?: true;
  readonly answer: () => HttpResponse;
}

/** When it happens, by the client's clock. */
export const NOW = Date.parse("2024-01-01T00:00:00Z");
const later = new Date(NOW + 3_600_000).toUTCString();

/** An answer as handlers give it. */
const response = (statusCode: number, headers: Record<string, string> = {}, body: unknown = "{}") => ({
  statusCode,
  headers: { "content-type": "application/json", ...headers },
  body,
});
const named =
  (name: string, status: number, headers: Record<string, string> = {}) =>
  () =>
    response(status, { "x-amzn-errortype": name, ...headers });
const failing = (more: object) => () => {
  throw Object.assign(new Error("no"), more);
};
const refused = { code: "ECONNREFUSED", syscall: "connect" };
const cut = () =>
  Readable.from(
    (function* () {
      yield Buffer.from("{");
      throw Object.assign(new Error("cut"), { code: "ECONNRESET" });
    })(),
  );

/** All of them, each under one name. */
export const outcomes: readonly Outcome[] = [
  { what: "success", succeeds: true, answer: () => response(200) },
  { what: "refused", proven: true, answer: failing(refused) },
  { what: "no such host", proven: true, answer: failing({ code: "ENOTFOUND", syscall: "getaddrinfo" }) },
  { what: "all refused", proven: true, answer: failing({ errors: [refused, refused] }) },
  { what: "throttled", proven: true, answer: named("ThrottlingException", 400) },
  { what: "throttled for long", proven: true, answer: named("SlowDown", 429, { "retry-after": "3" }) },
  {
    what: "429 of a page",
    proven: true,
    answer: () => response(429, { "content-type": "text/html" }, "<p>"),
  },
  { what: "wrong clock", proven: true, lasting: true, answer: named("RequestExpired", 403, { date: later }) },
  { what: "refused by hearsay", answer: failing({ code: "ECONNREFUSED" }) },
  { what: "one address dropped", answer: failing({ errors: [refused, { code: "ECONNRESET" }] }) },
  { what: "dropped", answer: failing({ code: "ECONNRESET" }) },
  { what: "broken pipe", answer: failing({ code: "EPIPE", syscall: "write" }) },
  { what: "timeout", answer: failing({ name: "TimeoutError" }) },
  { what: "connect timeout", answer: failing({ code: "ETIMEDOUT", syscall: "connect" }) },
  { what: "cut body", answer: () => response(200, {}, cut()) },
  { what: "cut error", answer: () => response(429, {}, cut()) },
  { what: "500", answer: named("InternalFailure", 500) },
  { what: "503 in HTML", answer: () => response(503, { "retry-after": "1" }, "<html>") },
  { what: "503 called throttling", answer: named("ThrottlingException", 503) },
  { what: "504", answer: named("GatewayTimeoutException", 504) },
  { what: "RequestTimeout", answer: named("RequestTimeout", 408) },
  { what: "bad certificate", lasting: true, answer: failing({ code: "CERT_HAS_EXPIRED" }) },
  { what: "not found", lasting: true, answer: named("NotFoundException", 404) },
  { what: "501", lasting: true, answer: named("NotImplemented", 501) },
  { what: "unreadable", lasting: true, answer: () => response(200, {}, "{") },
  { what: "marked by a handler", answer: failing({ $retryable: { throttling: true } }) },
  { what: "ended by a handler", lasting: true, answer: failing({ name: "AbortError", ...refused }) },
];
