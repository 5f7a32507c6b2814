import { valueAt } from "../pagination/value-at.js";
import { endOfJob, looksAt } from "./follow-job.js";
import { identifiersOf, missingOf } from "./identifiers.js";
import type { JobIdentifiers } from "./job-descriptor.js";
import { type JobRun, look, pause } from "./job-run.js";
import { isNotFound } from "./passing-error.js";

/**
 * Waits until the job that blocks another has ended, whether it completed or failed. If that job cannot be found, it waits
 * for one delay.
 *
 * @param blockedAt - identifiers of the place that is blocked, e.g. app and environment
 * @param tries - how often the call that starts the other job has been refused
 */
export async function waitForConflict(run: JobRun, blockedAt: JobIdentifiers, tries: number): Promise<void> {
  run.state({ phase: "waiting" });
  const other = await look(run, true, () => findRunning(run, blockedAt));
  // That there is none is an answer, too: failures before and after it are not in a row.
  if (other !== undefined) run.state({ blockedBy: other ?? undefined, consecutiveErrors: 0 });
  if (!other) return pause(run, tries);
  try {
    for await (const job of looksAt(run, other, false, () => true)) {
      run.state({ consecutiveErrors: 0 });
      if (endOfJob(run.descriptor, job) !== undefined) return;
    }
  } catch (error) {
    // A job that removes its environment may disappear with it.
    if (!isNotFound(error)) throw error;
  }
}

/** @returns the identifiers of the latest running job; null if there is none */
async function findRunning(run: JobRun, blockedAt: JobIdentifiers): Promise<JobIdentifiers | null> {
  const { client, descriptor, signal } = run;
  const { identifiers: names, list } = descriptor;
  if (list === undefined || missingOf(list.identifiers, blockedAt).length > 0) return null;
  const input = identifiersOf(list.identifiers, blockedAt);
  try {
    for await (const page of list.paginate({ client } as never, input as never, { abortSignal: signal })) {
      const running = jobsOf(page, list.items).find((job) => endOfJob(descriptor, job) === undefined);
      if (running === undefined) continue;
      const found = identifiersOf(names, running, blockedAt);
      return missingOf(names, found).length === 0 ? found : null;
    }
  } catch (error) {
    // An environment that is still being created has no list of jobs.
    if (!isNotFound(error)) throw error;
  }
  return null;
}

function jobsOf(page: object, path: readonly string[]): readonly object[] {
  const value = valueAt(page, path);
  return Array.isArray(value) ? value.filter((job) => typeof job === "object" && job !== null) : [];
}
