import type { AbortSignalLike } from "../common/abort-signal.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/** How a job is followed. */
export interface JobOptions<Identifiers extends object = object> {
  /** Least time between two calls for the job's state, in seconds; 2 if left out. */
  readonly minDelay?: number | undefined;
  /** Most time between two calls for the job's state, in seconds; 30, or `minDelay` if that is more, if left out. */
  readonly maxDelay?: number | undefined;
  /**
   * Most time to follow the job, in seconds, from the creation of the poller; 2000 if left out. After it, the poller ends in a
   * `TimeoutError` with phase `wait`.
   */
  readonly maxWaitTime?: number | undefined;
  /**
   * How many calls in a row may fail with a passing error: throttling, a server error, no network, a timeout. 10 if left out.
   * The attempts that the client makes for one call count once.
   */
  readonly maxConsecutiveErrors?: number | undefined;
  /** Stops the poller with an `AbortError`; the job goes on. */
  readonly abortSignal?: AbortSignalLike | undefined;
  /** Identifiers of the job that are neither in the output nor in the input of the call that starts it. */
  readonly identifiers?: Partial<Identifiers> | undefined;
}

/** How a job is started and followed. */
export interface JobStartOptions<Identifiers extends object = object> extends JobOptions<Identifiers> {
  /**
   * What to do if another job blocks this one: `fail` with a `JobConflictError`, the default, or `wait` until that job has
   * completed or failed, and then start this one. `maxWaitTime` limits both together.
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

/** Fills in defaults. @throws {@link ConfigurationError} for an option out of its range */
export function readJobOptions({
  minDelay = 2,
  maxDelay = Math.max(minDelay, 30),
  maxWaitTime = 2000,
  maxConsecutiveErrors = 10,
  identifiers,
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
    // From JavaScript, null is none.
    identifiers: identifiers ?? {},
    onConflict,
  };
}

function check(holds: boolean, name: string, expected: string, value: unknown): void {
  const found = typeof value === "number" || typeof value === "string" ? value : `of type ${typeof value}`;
  if (!holds) throw new ConfigurationError(`${name} must be ${expected}; it is ${found}.`);
}
