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

const CUSTOM_BACKOFF =
  "retryDelayOptions.customBackoff must be a function that returns a number of milliseconds";

/** @throws {@link ConfigurationError} where the options are not what their types say */
export function checkDelayOptions({ base, customBackoff }: RetryDelayOptions): void {
  if (base !== undefined && !(Number.isFinite(base) && base >= 0)) {
    throw new ConfigurationError(
      `retryDelayOptions.base must be a number of milliseconds, 0 or more, not ${String(base)}.`,
    );
  }
  if (customBackoff !== undefined && typeof customBackoff !== "function") {
    throw new ConfigurationError(`${CUSTOM_BACKOFF}.`);
  }
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
  const delay: unknown = callBackoff(customBackoff, retryCount, error);
  if (typeof delay === "number" && Number.isFinite(delay)) return delay;
  throw new ConfigurationError(`${CUSTOM_BACKOFF}, not ${String(delay)}.`, { cause: error });
}

function callBackoff(
  customBackoff: NonNullable<RetryDelayOptions["customBackoff"]>,
  retryCount: number,
  error: Error,
): unknown {
  try {
    return customBackoff(retryCount, error);
  } catch (cause) {
    throw new ConfigurationError(`${CUSTOM_BACKOFF}: it failed.`, { cause });
  }
}
