import type { Clock, IdGenerator } from "@tinsmith/runtime/host";
import { notFound, pendingJob } from "../errors.js";
import type { FaultQueue } from "../fault-queue.js";
import { commonEnvironment, type EnvironmentSet, endJob, isOver, type Job, type JobEffect } from "./job.js";

/** How long jobs take, in milliseconds. */
export interface JobDelays {
  /** From the call to RUNNING. */
  readonly pending: number;
  /** From RUNNING to the end. */
  readonly running: number;
}

/** What a job is started with. */
export interface JobRequest {
  readonly operation: string;
  readonly appId: string;
  /** The environments under whose names the job is found. */
  readonly environments: readonly string[];
  /** Where the job keeps others out, if not just where it is found. */
  readonly locks?: EnvironmentSet;
  readonly effect: JobEffect;
}

/** What UpdateBackendJob changes; what is left out stays. */
export interface JobRecord {
  readonly operation?: string | undefined;
  readonly status?: string | undefined;
}

/**
 * All jobs of the local service. They need no timer: whatever has come due by the clock is caught up with before
 * anybody looks, each change at its own instant.
 */
export class JobBook {
  readonly #clock: Clock;
  readonly #ids: IdGenerator;
  readonly #delays: JobDelays;
  readonly #faults: FaultQueue;
  readonly #byApp = new Map<string, Job[]>();
  readonly #active = new Set<Job>();
  #sequence = 0;

  constructor(clock: Clock, ids: IdGenerator, delays: JobDelays, faults: FaultQueue) {
    this.#clock = clock;
    this.#ids = ids;
    this.#delays = delays;
    this.#faults = faults;
  }

  /** All jobs, oldest first. */
  get all(): readonly Job[] {
    return [...this.#byApp.values()].flat().sort((first, second) => first.sequence - second.sequence);
  }

  /** Brings every job, and what it changes, to where it is by now. */
  catchUp(): void {
    const now = this.#clock.now();
    for (const job of this.#active) {
      if (job.status === "PENDING" && job.runsAt <= now) {
        job.status = "RUNNING";
        // UpdateBackendJob may have set it back to PENDING since.
        job.updateTime = Math.max(job.updateTime, job.runsAt);
      }
    }
    const due = [...this.#active].filter(({ endsAt }) => endsAt <= now);
    for (const job of due.sort((first, second) => first.endsAt - second.endsAt)) this.#end(job);
  }

  /** @throws HostError ValidationException if one of the environments has a job that is not over */
  requireIdle(appId: string, environments: EnvironmentSet): void {
    const busy = this.#busyEnvironment(appId, environments);
    if (busy !== undefined) throw pendingJob(appId, busy);
  }

  /** Whether a job that is not over is about this very environment, and not about all. */
  isAbout(appId: string, environment: string): boolean {
    return [...this.#active].some(
      ({ appId: other, locks }) => other === appId && locks !== "all" && locks.includes(environment),
    );
  }

  /** Starts a job; it is PENDING. */
  start({ operation, appId, environments, locks = environments, effect }: JobRequest): Job {
    const now = this.#clock.now();
    const fault = this.#faults.takeJobFault(operation);
    const runsAt = now + this.#delays.pending;
    const job: Job = {
      jobId: this.#ids.next("job"),
      appId,
      environments,
      locks,
      sequence: ++this.#sequence,
      operation,
      status: "PENDING",
      error: undefined,
      createTime: now,
      updateTime: now,
      runsAt,
      endsAt: fault?.kind === "stuckJob" ? Number.POSITIVE_INFINITY : runsAt + this.#delays.running,
      failure: fault?.kind === "jobFailure" ? { error: fault.error } : undefined,
      effect,
    };
    this.#active.add(job);
    this.#of(appId).push(job);
    return job;
  }

  /** @throws HostError NotFoundException */
  find(appId: string, environment: string, jobId: string): Job {
    const job = this.list(appId, environment).find((candidate) => candidate.jobId === jobId);
    if (job === undefined) throw notFound("Job", `Job ${jobId} does not exist`);
    return job;
  }

  /** The jobs found under an environment's name, newest first. */
  list(appId: string, environment: string): Job[] {
    const jobs = this.#byApp.get(appId) ?? [];
    return jobs.filter(({ environments }) => environments.includes(environment)).reverse();
  }

  /** Overwrites what is recorded of a job; a final status ends one that goes on, here and now. */
  record(job: Job, { operation = job.operation, status = job.status }: JobRecord): void {
    const now = this.#clock.now();
    job.operation = operation;
    job.status = status;
    job.updateTime = now;
    if (this.#active.has(job) && isOver(job)) {
      endJob(job, status, now);
      this.#active.delete(job);
    }
  }

  #busyEnvironment(appId: string, environments: EnvironmentSet): string | undefined {
    for (const job of this.#active) {
      const busy = job.appId === appId ? commonEnvironment(environments, job.locks) : undefined;
      if (busy !== undefined) return busy;
    }
    return undefined;
  }

  #end(job: Job): void {
    this.#active.delete(job);
    if (job.failure === undefined) endJob(job, "COMPLETED", job.endsAt);
    else endJob(job, "FAILED", job.endsAt, job.failure.error);
  }

  #of(appId: string): Job[] {
    const jobs = this.#byApp.get(appId) ?? [];
    this.#byApp.set(appId, jobs);
    return jobs;
  }
}
