import { BaseError, type BaseErrorOptions } from "./base-error.js";

/**
 * What was too slow: setting up the connection (name lookup, proxy and TLS included), one attempt as a whole, the call as a
 * whole, or what a waiter waits for.
 */
export type TimeoutPhase = "connect" | "attempt" | "call" | "wait";

/** What a {@link TimeoutError} is made from. */
export interface TimeoutErrorOptions extends BaseErrorOptions {
  /** What was too slow. */
  readonly phase: TimeoutPhase;
  /** The limit that was passed, in milliseconds, where it is known. */
  readonly limit?: number | undefined;
}

/**
 * Something took longer than it may. The service may have executed the call, unless `phase` is `connect`, or `call` and
 * `$metadata.attempts` is 0. Where `retryable` is true calling again does no harm; else look before you repeat a change.
 * Of the phase `call`, `cause` is what the last attempt failed with, if one did.
 */
export class TimeoutError extends BaseError {
  override readonly name = "TimeoutError";
  readonly phase: TimeoutPhase;
  /** The limit that was passed, in milliseconds, where it is known. */
  readonly limit: number | undefined;

  constructor(message: string, options: TimeoutErrorOptions) {
    super(message, options);
    this.phase = options.phase;
    this.limit = options.limit;
  }
}
