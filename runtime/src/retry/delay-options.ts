import { check } from "../common/check.js";
import { askForDelay, DELAY_FUNCTION } from "./ask-for-delay.js";
import { backoffDelay } from "./backoff.js";
import type { RetryErrorInfo } from "./retry-strategy.js";

/**
 * How long to wait before an attempt is repeated, as in version 2 of AWS's SDK. Whether it is repeated is not decided
 * here: that depends on the operation, the error, `maxAttempts` and `retryMode`.
 *
 * @see https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/AWS/Config.html#retryDelayOptions-property
 */
export interface RetryDelayOptions {
  /**
   * Milliseconds that the first wait may take. The next may take twice as long, and so on, up to 20 seconds; chance
   * shortens each of them, and the service may ask for up to 5 seconds more. Defaults to 50, and to 1000 after throttling.
   */
  readonly base?: number | undefined;
  /**
   * Works out each wait by itself, whatever `base` or the service says.
   *
   * @param retryCount - attempts that were repeated before: 0 after the first attempt
   * @param error - what the attempt failed with
   * @returns milliseconds to wait; if negative, the call ends with the error
   */
  readonly customBackoff?: ((retryCount: number, error: Error) => number) | undefined;
}

const CUSTOM_BACKOFF = "retryDelayOptions.customBackoff";

/** @throws ConfigurationError where the options are not what their types say */
export function checkDelayOptions({ base = 0, customBackoff }: RetryDelayOptions): void {
  const expected = `a number of milliseconds, 0 or more, not ${String(base)}`;
  check(Number.isFinite(base) && base >= 0, "retryDelayOptions.base", expected);
  check(customBackoff === undefined || typeof customBackoff === "function", CUSTOM_BACKOFF, DELAY_FUNCTION);
}

/**
 * Works out how long to wait before an attempt is repeated, after so many that were repeated before.
 *
 * @returns milliseconds; negative for no further attempt
 */
export type DelayFunction = (retries: number, info: RetryErrorInfo) => number;

/** Makes that function. @param random - answers with at least 0 and less than 1 */
export function delayFunction(
  { base, customBackoff }: RetryDelayOptions,
  random: () => number,
): DelayFunction {
  return (retries, { errorType, error, retryAfter }) =>
    customBackoff === undefined
      ? backoffDelay({ errorType, retries, random: random(), base, retryAfter })
      : askForDelay(CUSTOM_BACKOFF, () => customBackoff(retries, error as Error), error);
}
