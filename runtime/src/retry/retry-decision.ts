/**
 * Why an attempt was repeated, or was not.
 *
 * Repeated:
 * - `safe-operation`: what went wrong may pass, and the model says that executing the operation twice does no harm.
 * - `not-executed`: the operation is not safe to repeat, but it is certain that this attempt was not executed: the
 *   connection was refused, the host's name not found, or the service refused the call for its rate or its date.
 * - `opted-in`: it may have been executed, and `retryUnsafeOperations` allows for that.
 *
 * Not repeated:
 * - `not-retryable`: the same would happen again.
 * - `possibly-executed`: it may have been executed, and executing the operation twice may do harm.
 * - `attempts-exhausted`: it was the last of `maxAttempts`.
 * - `no-retry-tokens`: other calls of the client have used up the tokens that repeating costs.
 * - `strategy-refused`: `retryStrategy`, or `retryDelayOptions.customBackoff`, said no or could not be asked.
 * - `aborted`: the caller ended the call.
 * - `call-timeout`: no further attempt fits into the time of the call.
 */
export type RetryReason =
  | "safe-operation"
  | "not-executed"
  | "opted-in"
  | "not-retryable"
  | "possibly-executed"
  | "attempts-exhausted"
  | "no-retry-tokens"
  | "strategy-refused"
  | "aborted"
  | "call-timeout";

/** What became of an attempt that failed. */
export interface RetryDecision {
  /** From 1. */
  readonly attempt: number;
  /** The name of the attempt's error. */
  readonly error: string;
  readonly repeated: boolean;
  readonly reason: RetryReason;
  /** Milliseconds waited before the next attempt; 0 where there is none. */
  readonly delay: number;
}
