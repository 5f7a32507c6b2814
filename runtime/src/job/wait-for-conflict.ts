import { endOfJob, looksAt } from "./follow-job.js";
import { identifiersOf, missingOf } from "./identifiers.js";
import type { JobIdentifiers } from "./job-descriptor.js";
import { type JobRun, look, pause } from "./job-run.js";
import { isNotFound } from "./passing-error.js";

/**
 * Waits until the job is over that keeps another from starting: for good or ill, that is not ours to judge. Where it is not
 * found, a while passes.
 *
 * @param blockedAt - where it runs
 * @param tries - how often the call has been refused
 */
export async function waitForConflict(run: JobRun, blockedAt: JobIdentifiers, tries: number): Promise<void> {
  run.state({ phase: "waiting" });
  const other = await look(run, true, () => findRunning(run, blockedAt));
  if (other === undefined) return pause(run, tries);
  run.state({ blockedBy: other, consecutiveErrors: 0 });
  try {
    for await (const job of looksAt(run, other, false, () => true)) {
      run.state({ consecutiveErrors: 0 });
      if (endOfJob(run.descriptor, job) !== undefined) return;
    }
  } catch (error) {
    // A job may go with its environment.
    if (!isNotFound(error)) throw error;
  }
}

/** @returns what names the latest job that goes on, if it can be found */
async function findRunning(run: JobRun, blockedAt: JobIdentifiers): Promise<JobIdentifiers | undefined> {
  const { client, descriptor, signal } = run;
  const { identifiers: names, list } = descriptor;
  if (list === undefined || missingOf(list.identifiers, blockedAt).length > 0) return undefined;
  const input = identifiersOf(list.identifiers, blockedAt);
  try {
    for await (const page of list.paginate({ client } as never, input as never, { abortSignal: signal })) {
      const running = jobsOf(page, list.items).find((job) => endOfJob(descriptor, job) === undefined);
      if (running === undefined) continue;
      const found = identifiersOf(names, running, blockedAt);
      return missingOf(names, found).length === 0 ? found : undefined;
    }
  } catch (error) {
    // An environment that is only about to be made has no list.
    if (!isNotFound(error)) throw error;
  }
  return undefined;
}

function jobsOf(page: unknown, path: readonly string[]): readonly object[] {
  let value = page;
  for (const step of path) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[step];
  return Array.isArray(value) ? value.filter((job) => typeof job === "object" && job !== null) : [];
}
