/** What a wait between two calls depends on; all times in milliseconds. */
export interface WaiterDelayOptions {
  /** Calls made so far, at least 1. */
  readonly calls: number;
  readonly minDelay: number;
  readonly maxDelay: number;
  /** Time left in all, more than `minDelay`. */
  readonly remaining: number;
  /** At least 0 and less than 1. */
  readonly random: number;
}

/**
 * How long to wait before the next call: exponential, with jitter. The last wait is cut, so that a last call has `minDelay`
 * before the end.
 *
 * @returns milliseconds
 * @see https://smithy.io/2.0/additional-specs/waiters.html#waiter-retries
 */
export function waiterDelay({ calls, minDelay, maxDelay, remaining, random }: WaiterDelayOptions): number {
  const ceiling = Math.min(minDelay * 2 ** (calls - 1), maxDelay);
  const delay = minDelay + random * (ceiling - minDelay);
  return Math.min(delay, remaining - minDelay);
}
