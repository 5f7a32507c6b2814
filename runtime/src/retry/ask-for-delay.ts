import { ConfigurationError } from "../errors/configuration-error.js";

/** What such a function must be, for errors. */
export const DELAY_FUNCTION = "a function that returns a number of milliseconds";

/**
 * Asks a function of the user's own how long to wait.
 *
 * @param name - the function's, for the error
 * @param failure - what the attempt failed with
 * @returns milliseconds; they may be negative
 * @throws {@link ConfigurationError} where the function fails or does not return a number
 */
export function askForDelay(name: string, ask: () => unknown, failure: unknown): number {
  let cause = failure;
  let found = ": it failed";
  try {
    const delay = ask();
    if (typeof delay === "number" && Number.isFinite(delay)) return delay;
    found = `, not ${String(delay)}`;
  } catch (error) {
    cause = error;
  }
  throw new ConfigurationError(`${name} must be ${DELAY_FUNCTION}${found}.`, { cause });
}
