import { check, checkSwitch } from "../common/check.js";
import type { ResolvedClientConfig } from "./resolved-config.js";

/** What is asked of responses, of a client's as a whole or of one call's. */
export interface ResponseOptions {
  /**
   * Bytes that the body of a response may have once it is decoded; `Infinity` for no limit, defaults to 64 MiB. A larger
   * one is not read to its end: the call ends in a `ResponseParseError` or, where the status says so, in the service's error.
   * Each call in flight may take as much memory, and several times that for the values in it. Streaming bodies count, too.
   */
  maxResponseSize?: number | undefined;
  /**
   * Whether the result, and the errors that come of a response, have it as `$response`: status, headers, and the body's
   * bytes. It is not enumerable, and so stays out of logs and JSON. Defaults to false.
   */
  rawResponse?: boolean | undefined;
}

/** No answer of a JSON service comes near it. */
const DEFAULT_MAX_RESPONSE_SIZE = 64 * 1024 * 1024;

type ResolvedResponseOptions = Pick<ResolvedClientConfig, keyof ResponseOptions>;

/** Fills in what is asked of responses. @throws {@link ConfigurationError} */
export function resolveResponses(options: ResponseOptions): ResolvedResponseOptions {
  const { maxResponseSize = DEFAULT_MAX_RESPONSE_SIZE, rawResponse = false } = options;
  const resolved = { maxResponseSize, rawResponse };
  checkResponseOptions(resolved);
  return resolved;
}

/** @throws {@link ConfigurationError} where a value would switch something off by mistake */
export function checkResponseOptions({ maxResponseSize, rawResponse }: ResolvedResponseOptions): void {
  check(
    (Number.isInteger(maxResponseSize) || maxResponseSize === Infinity) && maxResponseSize >= 1,
    "maxResponseSize",
    "a whole number of bytes, at least 1, or Infinity",
  );
  checkSwitch("rawResponse", rawResponse);
}
