import {
  BackendJobPoller,
  GetBackendJobCommand,
  isBackendJobConflict,
  JobFailedError,
  type UpdateBackendAPICommand,
  UpdateBackendJobCommand,
} from "@tinsmith/amplifybackend";
import type { PollingMode } from "../plan/plan-app.js";
import type { Task } from "../plan/tasks.js";
import { PATIENT_POLLING, POLLING } from "../plan/timing.js";
import type { AbortReason, JobOutcome } from "../records/client-event.js";
import type { ClientContext } from "./client-context.js";

/** How an attempt at a job ended. */
export type AttemptOutcome = JobOutcome | "refused";

/** An attempt to run a job. */
export interface JobAttempt {
  /** Names the attempt in the events. */
  readonly by: string;
  readonly app: string;
  readonly task: Task;
  readonly mode?: PollingMode;
  readonly onConflict?: "fail" | "wait";
  readonly abortsEarly?: boolean;
}

/** Polls after which a poller is aborted early: more than a job takes that is not stuck. */
const EARLY_ABORT_POLLS = 16;

/** A poller, with what it does not know itself. */
export interface PolledJob {
  readonly by: string;
  readonly poller: BackendJobPoller;
  /** Why it is being aborted, if it is. */
  abortReason?: AbortReason;
}

/** Starts a job and polls it to its end, with as many pollers as it takes. */
export const runJob = async (context: ClientContext, attempt: JobAttempt): Promise<AttemptOutcome> => {
  const { by, app, task } = attempt;
  if (context.sabotage !== "starts-twice" || !task.operation.startsWith("Update")) {
    return pollToEnd(context, startJob(context, attempt));
  }
  await context.runAs(by, () => context.client.send(task.command(app) as UpdateBackendAPICommand));
  return pollToEnd(context, startJob(context, { ...attempt, onConflict: "wait" }));
};

/** Starts a job, and records when it is known to have started. */
export const startJob = (
  context: ClientContext,
  { by, app, task, mode, onConflict, abortsEarly }: JobAttempt,
): PolledJob => {
  const options = {
    ...(onConflict === "wait" ? PATIENT_POLLING : POLLING),
    onConflict,
    identifiers: { BackendEnvironmentName: task.environment },
  };
  const poller = context.runAs(by, () => BackendJobPoller.start(context.client, task.command(app), options));
  const polled: PolledJob = { by, poller };
  let polls = 0;
  let isKnown = false;
  const abort = (reason: AbortReason): void => {
    polled.abortReason ??= reason;
    poller.abort(reason);
  };
  poller.onProgress(({ phase, identifiers, job }) => {
    if (identifiers === undefined || phase !== "following") return;
    if (!isKnown) {
      isKnown = true;
      context.log.write({ kind: "started", by, operation: task.operation, job: jobOf(poller) });
      if (mode === "resumed") abort("resumed");
    }
    if (job !== undefined) polls += 1;
    if (abortsEarly === true && polls >= EARLY_ABORT_POLLS) abort("stuck");
    if (context.sabotage === "stops-early" && polls > 0) poller.abort("sabotage");
  });
  return polled;
};

/** Polls a job to its end; where a poller is aborted or times out, another one resumes it. */
export const pollToEnd = async (context: ClientContext, polled: PolledJob): Promise<AttemptOutcome> => {
  const { by, poller } = polled;
  try {
    await poller;
    return await recordEnd(context, polled, "completed");
  } catch (error) {
    if (error instanceof JobFailedError) return recordEnd(context, polled, "failed", error.text);
    if (poller.state.identifiers === undefined) return recordRefusal(context, polled, error);
    if (context.sabotage === "stops-early") return "completed";
    const reason = polled.abortReason ?? timeoutReason(error);
    if (reason === undefined) throw error;
    context.log.write({ kind: "aborted", by, job: jobOf(poller), reason });
    if (reason !== "resumed") await endStuckJob(context, polled);
    return pollToEnd(context, resumeJob(context, `${by} resumed`, poller.serialize()));
  }
};

/** Resumes a job from a serialized poller. */
export const resumeJob = (context: ClientContext, by: string, serialized: string): PolledJob => ({
  by,
  poller: context.runAs(by, () => BackendJobPoller.resume(context.client, serialized, POLLING)),
});

const recordEnd = async (
  context: ClientContext,
  { by, poller }: PolledJob,
  found: JobOutcome,
  text = "",
): Promise<JobOutcome> => {
  const reported = context.sabotage === "misreads-end" ? opposite(found) : found;
  context.log.write({ kind: "ended", by, job: jobOf(poller), outcome: reported, text });
  if (context.sabotage === "polls-on") {
    const command = new GetBackendJobCommand(poller.state.identifiers as never);
    await context.runAs(by, () => context.client.send(command));
  }
  return found;
};

const opposite = (outcome: JobOutcome): JobOutcome => (outcome === "completed" ? "failed" : "completed");

/** The job's id; empty as long as there is no job. */
export const jobOf = ({ state }: BackendJobPoller): string => state.identifiers?.["JobId"] ?? "";

/** @throws error itself, unless it proves that no job was started: a poller that waits for another job has not started its own. */
const recordRefusal = (context: ClientContext, { by, poller }: PolledJob, error: unknown): "refused" => {
  const { name } = error as Error;
  const isConflict = isBackendJobConflict(error);
  const isWaiting = timeoutReason(error) !== undefined && poller.state.blockedBy !== undefined;
  if (!isConflict && !isWaiting && name !== "TooManyRequestsException") throw error;
  context.log.write({ kind: "refused", by, error: name, isConflict });
  return "refused";
};

const timeoutReason = (error: unknown): AbortReason | undefined => {
  const { name, phase } = error as { readonly name?: string; readonly phase?: string };
  return name === "TimeoutError" && phase === "wait" ? "timeout" : undefined;
};

/** Ends a stuck job, as users have to; it may just have ended by itself. */
const endStuckJob = async (context: ClientContext, { by, poller }: PolledJob): Promise<void> => {
  const input = { ...poller.state.identifiers, Status: "FAILED" } as never;
  const result = await context.runAs(by, () => context.client.safeSend(new UpdateBackendJobCommand(input)));
  if (!result.success && result.error.name !== "BadRequestException") throw result.error;
};
