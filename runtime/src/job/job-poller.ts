import type { Client } from "../client/client.js";
import type { MetadataBearer } from "../client/metadata.js";
import { readSignal } from "../common/abort-signal.js";
import { followSignal } from "../common/follow-signal.js";
import { endOf, LinkedSignal } from "../common/linked-signal.js";
import { writeLog } from "../common/logger.js";
import { AbortError } from "../errors/abort-error.js";
import { BaseError } from "../errors/base-error.js";
import { type CallerStack, captureCaller, completeStack } from "../errors/caller-stack.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { isServiceException } from "../errors/service-exception.js";
import { followJob } from "./follow-job.js";
import type { AnyCommand, JobDescriptor } from "./job-descriptor.js";
import { type JobStartOptions, readJobOptions } from "./job-options.js";
import { type JobRun, timedOut } from "./job-run.js";
import { firstState, type JobState, nextState } from "./job-state.js";
import { Listeners } from "./listeners.js";
import { readStarted } from "./read-started.js";
import { readSavedJob, saveJob } from "./saved-job.js";
import { startJob } from "./start-job.js";

/** Where a poller gets its job from: a call to make, the output of one, or the text of another poller. */
export type JobOrigin =
  | { readonly command: AnyCommand }
  | { readonly started: object }
  | { readonly saved: string };

/**
 * Follows a job of the service to its end. It begins at once, and is a promise of the completed job, as it was last seen.
 * A failure that nobody awaits does not end the process, unlike that of other promises: a poller may run for an hour before
 * it is awaited. The error is in `state.error`, and written to the client's logger. What stops the poller (`abort`, a signal,
 * `maxWaitTime`) does not stop the job.
 *
 * Generated classes extend it.
 *
 * @typeParam Job - what the service tells of a job
 * @typeParam Failure - union of all errors that it can end in; JavaScript's promises have no type for these
 */
export class JobPoller<Job extends MetadataBearer, Failure extends Error = Error> extends Promise<Job> {
  readonly #descriptor: JobDescriptor<Job>;
  readonly #client: Client;
  readonly #listeners = new Listeners<JobState<Job, Failure>>();
  readonly #controller = new AbortController();
  #state = firstState<Job, Failure>();
  #isSeen = false;

  constructor(descriptor: JobDescriptor<Job>, client: Client, origin: JobOrigin, options?: JobStartOptions) {
    let settle: ((job: Promise<Job>) => void) | undefined;
    super((resolve) => {
      settle = resolve;
    });
    this.#descriptor = descriptor;
    this.#client = client;
    settle?.(this.#begin(origin, options ?? {}, captureCaller(new.target as never)));
    // Without a handler, Node would end the process if the poller failed before anybody awaited it.
    this.catch(() => {});
  }

  /** `then`, `catch` and `finally` return ordinary promises, not pollers. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** What is known of the job so far. */
  get state(): JobState<Job, Failure> {
    return this.#state;
  }

  /**
   * Calls a function after every change and every call for the job's state, from now on. If the function fails, that is
   * written to the client's logger, and changes nothing else.
   *
   * @returns a function that removes the listener
   */
  onProgress(listener: (state: JobState<Job, Failure>) => unknown): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * Stops the poller with an `AbortError` whose cause is the reason. **The job goes on**; while the call that starts it is
   * in flight, it is unknown whether there is a job.
   */
  abort(reason?: unknown): void {
    this.#controller.abort(reason);
  }

  /**
   * Writes down what another process needs to follow the job: its identifiers, no credentials.
   *
   * @returns JSON, for `resume`
   * @throws {@link ConfigurationError} before the job has started, see {@link started}
   */
  serialize(): string {
    const { identifiers, operation } = this.#state;
    if (identifiers !== undefined) {
      return saveJob(this.#descriptor, this.#client, { identifiers, operation, seen: this.#isSeen });
    }
    throw new ConfigurationError(
      "The job has not started: there is nothing to serialize yet. Await `started()` first.",
    );
  }

  /** Waits until the job has started. @throws what the poller fails with, if it never starts */
  async started(): Promise<JobState<Job, Failure>> {
    if (this.#state.identifiers !== undefined) return this.#state;
    let stop: (() => void) | undefined;
    const started = new Promise<void>((resolve) => {
      stop = this.onProgress(({ identifiers }) => identifiers !== undefined && resolve());
    });
    try {
      await Promise.race([started, this]);
    } finally {
      stop?.();
    }
    return this.#state;
  }

  async #begin(origin: JobOrigin, options: JobStartOptions, caller: CallerStack): Promise<Job> {
    let forget: (() => void) | undefined;
    let signal: LinkedSignal | undefined;
    try {
      const settings = readJobOptions(options);
      const parent = readSignal(options.abortSignal);
      const controller = this.#controller;
      if (parent !== undefined) forget = followSignal(parent, () => controller.abort(endOf(parent).cause));
      const facts = { descriptor: this.#descriptor, client: this.#client, settings };
      signal = new LinkedSignal(controller.signal, settings.maxWait, () => timedOut(facts));
      const deadline = this.#client.config.environment.now() + settings.maxWait;
      return await this.#run(
        { ...facts, signal, deadline, state: (change) => this.#change(change as never) },
        origin,
      );
    } catch (thrown) {
      const error = complete(thrown, this.#state.operation, caller) as Failure;
      if (this.#state.phase !== "failed") this.#change({ phase: "stopped", error });
      if (!isMadeBy(AbortError, error)) this.#log(error);
      throw error;
    } finally {
      forget?.();
      signal?.release();
    }
  }

  async #run(run: JobRun<Job>, origin: JobOrigin): Promise<Job> {
    if ("command" in origin) return followJob(run, await startJob(run, origin.command), false);
    const job =
      "saved" in origin
        ? readSavedJob(run.descriptor, run.client, origin.saved)
        : readStarted(run, origin.started ?? {}, undefined, {});
    return followJob(run, job, true);
  }

  /** Writes only name and message: these hold no secrets, while other members may. */
  #log({ name, message }: Error): void {
    writeLog(this.#client.config.logger, "error", () => `${name}: ${message}`);
  }

  #change(change?: Partial<JobState<Job, Failure>>): JobState<Job, Failure> {
    if (change === undefined) return this.#state;
    this.#state = nextState(this.#state, change);
    this.#isSeen ||= this.#state.job !== undefined;
    this.#listeners.tell(this.#state, this.#client.config.logger);
    return this.#state;
  }
}

/** Adds the operation, and the stack of the code that made the poller, to an error. */
function complete(error: unknown, operation: string | undefined, caller: CallerStack): unknown {
  if (isMadeBy(BaseError, error)) Object.assign(error, { operation: error.operation ?? operation });
  else if (!isServiceException(error)) return error;
  completeStack(error, caller);
  return error;
}
