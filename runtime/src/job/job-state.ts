import { hide } from "../common/printing.js";
import type { JobIdentifiers } from "./job-descriptor.js";

/**
 * Where a poller stands: the call that starts the job is being made (`starting`), or waits for another job to end
 * (`waiting`); the job goes on (`following`), has ended well (`completed`) or `failed`; or the poller gave up (`stopped`),
 * and nobody knows how the job ends.
 */
export type JobPhase = "starting" | "waiting" | "following" | "completed" | "failed" | "stopped";

/**
 * What a poller knows; a new object after each change.
 *
 * @typeParam Job - what the service tells of a job
 * @typeParam Failure - union of all that a poller can end in
 */
export interface JobState<Job = object, Failure extends Error = Error> {
  readonly phase: JobPhase;
  /** The operation that started the job, where it is known. */
  readonly operation: string | undefined;
  /** What names the job; absent until it has started. */
  readonly identifiers: JobIdentifiers | undefined;
  /** The service's last word for the job's state; absent where it has said none. */
  readonly status: string | undefined;
  /** The job as it was seen last; not printed, since it may quote secrets. */
  readonly job: Job | undefined;
  /** While `waiting`: the job that is in the way, where it is known. */
  readonly blockedBy: JobIdentifiers | undefined;
  /** How many looks in a row have failed, up to now. */
  readonly consecutiveErrors: number;
  /** What the poller ended in, where that is `failed` or `stopped`. */
  readonly error: Failure | undefined;
}

/** @returns a state that differs from another in what is given */
export function nextState<Job, Failure extends Error>(
  state: JobState<Job, Failure>,
  change: Partial<JobState<Job, Failure>>,
): JobState<Job, Failure> {
  const { job, ...shown } = { ...state, job: state.job, ...change };
  hide(shown, "job", job);
  return shown as JobState<Job, Failure>;
}

/** What is known at first. */
export function firstState<Job, Failure extends Error>(): JobState<Job, Failure> {
  return nextState<Job, Failure>(
    {
      phase: "starting",
      operation: undefined,
      identifiers: undefined,
      status: undefined,
      job: undefined,
      blockedBy: undefined,
      consecutiveErrors: 0,
      error: undefined,
    },
    {},
  );
}
