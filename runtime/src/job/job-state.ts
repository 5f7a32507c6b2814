import { hide } from "../common/printing.js";
import type { JobIdentifiers } from "./job-descriptor.js";

/**
 * What a poller is doing: it makes the call that starts the job (`starting`), waits for another job to end (`waiting`), or
 * follows the job (`following`). At the end the job has `completed` or `failed`, or the poller has `stopped` without knowing
 * how the job ends.
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
  /** Identifies the job; absent until it has started. */
  readonly identifiers: JobIdentifiers | undefined;
  /** The job's state in the service's words, as last seen; absent before the first. */
  readonly status: string | undefined;
  /** The job as it was seen last; not printed, since it may quote secrets. */
  readonly job: Job | undefined;
  /** While `waiting`: the job that blocks this one, if it is known. */
  readonly blockedBy: JobIdentifiers | undefined;
  /** How many calls in a row have failed so far. */
  readonly consecutiveErrors: number;
  /** The error that ended the poller, if it has `failed` or `stopped`. */
  readonly error: Failure | undefined;
}

/** @returns a copy of a state with some members changed */
export function nextState<Job, Failure extends Error>(
  state: JobState<Job, Failure>,
  change: Partial<JobState<Job, Failure>>,
): JobState<Job, Failure> {
  const { job, ...shown } = { ...state, job: state.job, ...change };
  hide(shown, "job", job);
  return shown as JobState<Job, Failure>;
}

/** The state of a new poller. */
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
