// Copied by tinsmith from model/extensions/local/jobs/job.ts. Do not edit: change that file and run `npm run generate`.
/** The states that end a job; the service may use any other word for one that goes on. */
const TERMINAL = ["COMPLETED", "FAILED"];

/** Environments of one app: some by name, or all that it has and may get. */
export type EnvironmentSet = readonly string[] | "all";

/** A job as the local service keeps it. */
export interface Job {
  readonly jobId: string;
  readonly appId: string;
  /** The environments under whose names the job is found: one, or for RemoveAllBackends all. */
  readonly environments: readonly string[];
  /** Where no other job may start meanwhile. */
  readonly locks: EnvironmentSet;
  /** Counts all jobs, oldest first: tells jobs of one millisecond apart. */
  readonly sequence: number;
  operation: string;
  status: string;
  /** Text of a failure; may be empty, and may be absent. */
  error: string | undefined;
  /** In milliseconds since the epoch, as all times here. */
  readonly createTime: number;
  updateTime: number;
  /** When the job leaves PENDING. */
  readonly runsAt: number;
  /** When the job is over; infinite for one that is stuck. */
  readonly endsAt: number;
  /** What the job is to fail with; absent for one that succeeds. */
  readonly failure: JobFailure | undefined;
  /** What the job changes when it is COMPLETED. Dropped once the job is over. */
  effect: JobEffect | undefined;
}

/** A change to the state, made at an instant in milliseconds since the epoch. */
export type JobEffect = (time: number) => void;

/** How a job fails. */
export interface JobFailure {
  readonly error: string | undefined;
}

/** Whether nothing more happens to a job. */
export const isOver = (job: Job): boolean => TERMINAL.includes(job.status);

/** Ends a job; its effect takes place if it ends well. */
export const endJob = (job: Job, status: string, time: number, error?: string | undefined): void => {
  job.status = status;
  job.updateTime = time;
  job.error = error;
  if (status === "COMPLETED") job.effect?.(time);
  job.effect = undefined;
};

/** Whether two sets of environments of the same app have any in common; one of them, if so. */
export const commonEnvironment = (first: EnvironmentSet, second: EnvironmentSet): string | undefined => {
  if (first === "all") return second === "all" ? "*" : second[0];
  return second === "all" ? first[0] : first.find((name) => second.includes(name));
};
