import type { LocalAmplifyBackend } from "@tinsmith/amplifybackend/local";

/** A job, as the service has it. Times in milliseconds since the epoch, by the service's clock. */
export interface BookedJob {
  readonly id: string;
  readonly app: string;
  /** Under whose names it is found. */
  readonly environments: readonly string[];
  readonly operation: string;
  readonly status: string;
  readonly error?: string | undefined;
  /** When it ended, if it has. */
  readonly updateTime: number;
}

/** A call, as it came to the service. */
export interface BookedCall {
  readonly time: number;
  readonly operation?: string | undefined;
  readonly status: number;
  readonly error?: string | undefined;
  /** What went wrong inside the service itself. */
  readonly failure?: string | undefined;
  readonly executed: boolean;
  /** The caller's id of it, the same for all attempts. */
  readonly call?: string | undefined;
  /** The job that it asked for. */
  readonly job?: string | undefined;
}

/** What the service knows of the day. */
export interface Books {
  /** Oldest first. */
  readonly jobs: readonly BookedJob[];
  /** In the order in which they were answered. */
  readonly calls: readonly BookedCall[];
}

/** Copies the service's snapshot and journal. */
export const readBooks = (local: LocalAmplifyBackend): Books => ({
  jobs: local.snapshot().jobs.map(({ jobId, appId, environments, operation, status, error, updateTime }) => ({
    id: jobId,
    app: appId,
    environments,
    operation,
    status,
    error,
    updateTime,
  })),
  calls: local.journal.entries.map((entry) => ({
    time: entry.time.getTime(),
    operation: entry.operation,
    status: entry.status,
    error: entry.error,
    failure: entry.failure,
    executed: entry.executed,
    call: entry.invocationId,
    job: (entry.input as { readonly JobId?: string } | undefined)?.JobId,
  })),
});
