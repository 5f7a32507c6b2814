import { check } from "../common/check.js";
import { ConfigurationError } from "../errors/configuration-error.js";

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
const BACKOFF_FUNCTION = "a function that returns a number of milliseconds";

/** @throws {@link ConfigurationError} where the options are not what their types say */
export function checkDelayOptions({ base = 0, customBackoff }: RetryDelayOptions): void {
  const expected = `a number of milliseconds, 0 or more, not ${String(base)}`;
  check(Number.isFinite(base) && base >= 0, "retryDelayOptions.base", expected);
  check(customBackoff === undefined || typeof customBackoff === "function", CUSTOM_BACKOFF, BACKOFF_FUNCTION);
}

/**
 * Asks a function of the user's own how long to wait.
 *
 * @returns milliseconds; negative for no further attempt
 * @throws {@link ConfigurationError} where it fails or does not return a number
 */
export function customDelay(
  customBackoff: NonNullable<RetryDelayOptions["customBackoff"]>,
  retryCount: number,
  error: Error,
): number {
  let cause: unknown = error;
  let found: string;
  try {
    const delay: unknown = customBackoff(retryCount, error);
    if (typeof delay === "number" && Number.isFinite(delay)) return delay;
    found = `, not ${String(delay)}`;
  } catch (thrown) {
    cause = thrown;
    found = ": it failed";
  }
  throw new ConfigurationError(`${CUSTOM_BACKOFF} must be ${BACKOFF_FUNCTION}${found}.`, { cause });
}
