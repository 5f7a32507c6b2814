import type { AbortSignalLike } from "../common/abort-signal.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/** How a job is followed. */
export interface JobOptions<Identifiers extends object = object> {
  /** Least time between two looks at the job, in seconds; 2 if left out. */
  readonly minDelay?: number | undefined;
  /** Most time between two looks at the job, in seconds; 30 if left out. */
  readonly maxDelay?: number | undefined;
  /**
   * Most time to follow the job, in seconds, from the making of the poller; 2000 if left out. After it, the poller ends in a
   * `TimeoutError` with phase `wait`.
   */
  readonly maxWaitTime?: number | undefined;
  /**
   * How many looks in a row may fail in a way that may pass: throttling, server errors, no network, a timeout. 10 if left
   * out. Each look is a call, and repeated by the client as such.
   */
  readonly maxConsecutiveErrors?: number | undefined;
  /** Ends the following with an `AbortError`; the job goes on. */
  readonly abortSignal?: AbortSignalLike | undefined;
  /** What names the job where neither the answer nor the input of the call that started it does. */
  readonly identifiers?: Partial<Identifiers> | undefined;
}

/** How a job is started and followed. */
export interface JobStartOptions<Identifiers extends object = object> extends JobOptions<Identifiers> {
  /**
   * What to do where another job is in the way: `fail` with a `JobConflictError`, which is the default, or `wait` for it
   * to end, well or not, and then start this one. Both together take no longer than `maxWaitTime`.
   */
  readonly onConflict?: "fail" | "wait" | undefined;
}

/** The options with everything filled in; times in milliseconds. */
export interface JobSettings {
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly maxWait: number;
  readonly maxConsecutiveErrors: number;
  readonly identifiers: object;
  readonly onConflict: "fail" | "wait";
}

/** @throws {@link ConfigurationError} */
export function readJobOptions({
  minDelay = 2,
  maxDelay = Math.max(minDelay, 30),
  maxWaitTime = 2000,
  maxConsecutiveErrors = 10,
  identifiers = {},
  onConflict = "fail",
}: JobStartOptions): JobSettings {
  check(minDelay > 0, "minDelay", "more than 0 seconds", minDelay);
  check(maxDelay >= minDelay, "maxDelay", "no less than minDelay", maxDelay);
  check(maxWaitTime > 0, "maxWaitTime", "more than 0 seconds", maxWaitTime);
  check(maxConsecutiveErrors >= 0, "maxConsecutiveErrors", "0 or more", maxConsecutiveErrors);
  check(onConflict === "fail" || onConflict === "wait", "onConflict", '"fail" or "wait"', onConflict);
  return {
    minDelay: minDelay * 1000,
    maxDelay: maxDelay * 1000,
    maxWait: maxWaitTime * 1000,
    maxConsecutiveErrors,
    identifiers,
    onConflict,
  };
}

function check(holds: boolean, name: string, expected: string, value: unknown): void {
  const found = typeof value === "number" || typeof value === "string" ? value : `of type ${typeof value}`;
  if (!holds) throw new ConfigurationError(`${name} must be ${expected}; it is ${found}.`);
}
