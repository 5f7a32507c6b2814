import type { MetadataBearer } from "../client/metadata.js";
import { JobFailedError } from "../errors/job-failed-error.js";
import { cleanText, cleanWord } from "./clean-text.js";
import { describeIdentifiers, textOf } from "./identifiers.js";
import type { JobDescriptor, JobIdentifiers } from "./job-descriptor.js";
import { type JobRun, look, pause } from "./job-run.js";
import type { FollowedJob } from "./saved-job.js";

/**
 * Follows a job to its end.
 *
 * @param atOnce - whether to ask for the job's state before the first wait
 * @returns the completed job
 * @throws JobFailedError if it failed; TimeoutError, AbortError, or the error of a call for its state
 */
export async function followJob<Job extends MetadataBearer>(
  run: JobRun<Job>,
  { identifiers, operation, seen }: FollowedJob,
  atOnce: boolean,
): Promise<Job> {
  const { descriptor } = run;
  run.state({ phase: "following", identifiers, operation, blockedBy: undefined, consecutiveErrors: 0 });
  let known = seen;
  for await (const job of looksAt(run, identifiers, atOnce, () => known)) {
    known = true;
    const status = textOf(job, descriptor.status);
    const ended = endOfJob(descriptor, job);
    const startedBy = operation ?? textOf(job, descriptor.operation);
    const error = ended === "failed" ? jobFailed(descriptor, identifiers, startedBy, job) : undefined;
    run.state({
      phase: ended ?? "following",
      operation: startedBy,
      status,
      job,
      consecutiveErrors: 0,
      error,
    });
    if (error !== undefined) throw error;
    if (ended === "completed") return job;
  }
  throw new TypeError("A job that goes on is looked at for ever.");
}

/** Asks for a job's state again and again; passes over calls that fail with a passing error. */
export async function* looksAt<Job extends MetadataBearer>(
  run: JobRun<Job>,
  identifiers: JobIdentifiers,
  atOnce: boolean,
  isKnown: () => boolean,
): AsyncGenerator<Job, void, undefined> {
  const { client, descriptor, signal } = run;
  for (let looks = 0; ; looks++) {
    if (looks > 0 || !atOnce) await pause(run, looks + (atOnce ? 0 : 1));
    const command = new descriptor.command({ ...identifiers } as never);
    const job = await look(run, !isKnown(), () => client.send(command, { abortSignal: signal }));
    if (job !== undefined) yield job;
  }
}

/** How a job has ended, by the states in the model; in any other state it is still running. */
export function endOfJob(
  { status, completed, failed }: JobDescriptor,
  job: object,
): "completed" | "failed" | undefined {
  const word = textOf(job, status) ?? "";
  if (completed.includes(word)) return "completed";
  return failed.includes(word) ? "failed" : undefined;
}

function jobFailed(
  { name, id, status, error }: JobDescriptor,
  identifiers: JobIdentifiers,
  operation: string | undefined,
  job: MetadataBearer,
): JobFailedError {
  const text = cleanText(error === undefined ? undefined : (job as object as Record<string, unknown>)[error]);
  const why = text === "" ? "the service does not say why" : "`text` says why";
  const what = cleanWord(operation ?? name);
  return new JobFailedError(`${what} failed (${describeIdentifiers(identifiers)}); ${why}.`, {
    jobId: identifiers[id] ?? "",
    identifiers,
    operation,
    status: textOf(job, status) ?? "",
    text,
    job,
    $metadata: job.$metadata,
  });
}
