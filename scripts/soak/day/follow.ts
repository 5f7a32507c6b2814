import {
  BackendJobPoller,
  GetBackendJobCommand,
  isBackendJobConflict,
  JobFailedError,
  type UpdateBackendAPICommand,
  UpdateBackendJobCommand,
} from "@tinsmith/amplifybackend";
import type { JobEnd, Leaving } from "../books/ledger-entry.js";
import type { Task } from "../plan/chapters.js";
import { PATIENT_POLLING, POLLING } from "../plan/pace.js";
import type { Manner } from "../plan/plan-app.js";
import type { Site } from "./site.js";

/** What came of a try to do a job. */
export type TryEnd = JobEnd | "refused";

/** A job that is to be started and followed. */
export interface Try {
  /** Names the follower. */
  readonly by: string;
  readonly app: string;
  readonly task: Task;
  readonly manner?: Manner;
  readonly onConflict?: "fail" | "wait";
  readonly isImpatient?: boolean;
}

/** Looks after which an impatient follower leaves: more than a job takes that is not stuck. */
const IMPATIENT_AFTER = 16;

/** A poller, and what it does not tell itself. */
export interface Following {
  readonly by: string;
  readonly poller: BackendJobPoller;
  /** Why it is being left, if it is. */
  leaving?: Leaving;
}

/** Starts a job and follows it to its end, by as many pollers as it takes. */
export const doJob = async (site: Site, attempt: Try): Promise<TryEnd> => {
  const { by, app, task } = attempt;
  if (site.sabotage !== "starts-twice" || !task.operation.startsWith("Update")) {
    return followToEnd(site, startJob(site, attempt));
  }
  await site.as(by, () => site.client.send(task.command(app) as UpdateBackendAPICommand));
  return followToEnd(site, startJob(site, { ...attempt, onConflict: "wait" }));
};

/** Starts a job, and writes down when it is known to have been started. */
export const startJob = (site: Site, { by, app, task, manner, onConflict, isImpatient }: Try): Following => {
  const options = {
    ...(onConflict === "wait" ? PATIENT_POLLING : POLLING),
    onConflict,
    identifiers: { BackendEnvironmentName: task.environment },
  };
  const poller = site.as(by, () => BackendJobPoller.start(site.client, task.command(app), options));
  const following: Following = { by, poller };
  let looks = 0;
  let isKnown = false;
  const leave = (why: Leaving): void => {
    following.leaving ??= why;
    poller.abort(why);
  };
  poller.onProgress(({ phase, identifiers, job }) => {
    if (identifiers === undefined || phase !== "following") return;
    if (!isKnown) {
      isKnown = true;
      site.ledger.write({ kind: "started", by, operation: task.operation, job: jobOf(poller) });
      if (manner === "resumed") leave("resumed");
    }
    if (job !== undefined) looks += 1;
    if (isImpatient === true && looks >= IMPATIENT_AFTER) leave("stuck");
    if (site.sabotage === "stops-early" && looks > 0) poller.abort("sabotage");
  });
  return following;
};

/** Follows a job to its end; where a poller is left, by another that resumes it. */
export const followToEnd = async (site: Site, following: Following): Promise<TryEnd> => {
  const { by, poller } = following;
  try {
    await poller;
    return await end(site, following, "completed");
  } catch (error) {
    if (error instanceof JobFailedError) return end(site, following, "failed", error.text);
    if (poller.state.identifiers === undefined) return refused(site, following, error);
    if (site.sabotage === "stops-early") return "completed";
    const why = following.leaving ?? whyLate(error);
    if (why === undefined) throw error;
    site.ledger.write({ kind: "left", by, job: jobOf(poller), why });
    if (why !== "resumed") await giveUp(site, following);
    return followToEnd(site, resume(site, `${by} again`, poller.serialize()));
  }
};

/** Goes on from another poller's text. */
export const resume = (site: Site, by: string, serialized: string): Following => ({
  by,
  poller: site.as(by, () => BackendJobPoller.resume(site.client, serialized, POLLING)),
});

const end = async (site: Site, { by, poller }: Following, found: JobEnd, text = ""): Promise<JobEnd> => {
  const ended = site.sabotage === "misreads-end" ? otherThan(found) : found;
  site.ledger.write({ kind: "ended", by, job: jobOf(poller), end: ended, text });
  if (site.sabotage === "polls-on") {
    const command = new GetBackendJobCommand(poller.state.identifiers as never);
    await site.as(by, () => site.client.send(command));
  }
  return found;
};

const otherThan = (end: JobEnd): JobEnd => (end === "completed" ? "failed" : "completed");

/** The job's id; empty as long as there is no job. */
export const jobOf = ({ state }: BackendJobPoller): string => state.identifiers?.["JobId"] ?? "";

/** Only what says for certain that nothing was started, as who waits for another job has not begun its own. */
const refused = (site: Site, { by, poller }: Following, error: unknown): "refused" => {
  const { name } = error as Error;
  const isConflict = isBackendJobConflict(error);
  const isWaiting = whyLate(error) !== undefined && poller.state.blockedBy !== undefined;
  if (!isConflict && !isWaiting && name !== "TooManyRequestsException") throw error;
  site.ledger.write({ kind: "refused", by, error: name, isConflict });
  return "refused";
};

const whyLate = (error: unknown): Leaving | undefined => {
  const { name, phase } = error as { readonly name?: string; readonly phase?: string };
  return name === "TimeoutError" && phase === "wait" ? "late" : undefined;
};

/** Ends a job that is stuck, as its users have to; it may just have come to its end. */
const giveUp = async (site: Site, { by, poller }: Following): Promise<void> => {
  const input = { ...poller.state.identifiers, Status: "FAILED" } as never;
  const result = await site.as(by, () => site.client.safeSend(new UpdateBackendJobCommand(input)));
  if (!result.success && result.error.name !== "BadRequestException") throw result.error;
};
