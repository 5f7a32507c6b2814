import type { LocalAmplifyBackend } from "@tinsmith/amplifybackend/local";

/** A job, as the service recorded it. Times in milliseconds since the epoch, by the service's clock. */
export interface JobRecord {
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

/** A call, as the service recorded it. */
export interface CallRecord {
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

/** What the service recorded in a run. */
export interface ServiceRecords {
  /** Oldest first. */
  readonly jobs: readonly JobRecord[];
  /** In the order in which they were answered. */
  readonly calls: readonly CallRecord[];
}

/** Copies the service's snapshot and journal. */
export const readServiceRecords = (local: LocalAmplifyBackend): ServiceRecords => ({
  jobs: local.snapshot().jobs.map(({ jobId, appId, environments, operation, status, error, updateTime }) => ({
    id: jobId,
    app: appId,
    environments,
    operation,
    status,
    error,
    updateTime,
  })),
  calls: local.journal.entries.map((event) => ({
    time: event.time.getTime(),
    operation: event.operation,
    status: event.status,
    error: event.error,
    failure: event.failure,
    executed: event.executed,
    call: event.invocationId,
    job: (event.input as { readonly JobId?: string } | undefined)?.JobId,
  })),
});
