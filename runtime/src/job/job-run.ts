import type { Client } from "../client/client.js";
import type { MetadataBearer } from "../client/metadata.js";
import { abortable } from "../common/abortable.js";
import { endOf, type LinkedSignal } from "../common/linked-signal.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { waiterDelay } from "../waiter/waiter-delay.js";
import type { JobDescriptor } from "./job-descriptor.js";
import type { JobSettings } from "./job-options.js";
import type { JobState } from "./job-state.js";
import { isNotFound, isPassing } from "./passing-error.js";

/** Everything that a poller at work needs. */
export interface JobRun<Job extends MetadataBearer = MetadataBearer> {
  readonly descriptor: JobDescriptor<Job>;
  readonly client: Client;
  readonly settings: JobSettings;
  readonly signal: LinkedSignal;
  /** When to give up, in milliseconds since the epoch. */
  readonly deadline: number;
  /** @returns what is known so far, after a change if one is given */
  state(change?: Partial<JobState<Job>>): JobState<Job>;
}

/** Waits before the next call. @param looks - calls made so far @throws TimeoutError if there is no time for another */
export async function pause(run: JobRun, looks: number): Promise<void> {
  const { settings, signal, deadline } = run;
  const { environment } = run.client.config;
  const { minDelay, maxDelay } = settings;
  const remaining = deadline - environment.now();
  if (remaining <= minDelay) throw timedOut(run);
  const calls = Math.max(looks, 1);
  const delay = waiterDelay({ calls, minDelay, maxDelay, remaining, random: environment.random() });
  await abortable(environment.sleep(delay, signal), signal);
}

/**
 * Makes a call that only reads. Passing errors are counted; too many in a row are thrown.
 *
 * @param mayBeUnknown - whether "not found" is a passing error: the service may not know a new job yet
 * @returns undefined after a passing error
 * @throws the call's error
 */
export async function look<Seen>(
  run: JobRun,
  mayBeUnknown: boolean,
  call: () => Promise<Seen>,
): Promise<Seen | undefined> {
  const { settings, signal } = run;
  try {
    return await call();
  } catch (error) {
    if (signal.aborted) throw endOf(signal);
    const consecutiveErrors = run.state().consecutiveErrors + 1;
    const passes = isPassing(error) || (mayBeUnknown && isNotFound(error));
    if (!passes || consecutiveErrors > settings.maxConsecutiveErrors) throw error;
    run.state({ consecutiveErrors });
    return undefined;
  }
}

/** The error of a poller that has reached its `maxWaitTime`. */
export function timedOut({ descriptor, settings: { maxWait } }: Pick<JobRun, "descriptor" | "settings">) {
  return new TimeoutError(`${descriptor.name} was not over within ${maxWait / 1000} s; it may go on.`, {
    phase: "wait",
    limit: maxWait,
  });
}
