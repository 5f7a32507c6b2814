import type { MetadataBearer } from "../client/metadata.js";
import { JobStartError } from "../errors/job-start-error.js";
import { cleanText, cleanWord } from "./clean-text.js";
import { identifiersOf, missingOf, textOf } from "./identifiers.js";
import type { JobRun } from "./job-run.js";
import type { FollowedJob } from "./saved-job.js";

/**
 * Reads the output of a call that starts a job. The job's identifiers come from it, else from the call's input, else from
 * the options.
 *
 * @throws JobStartError if the output has an error in it, or does not identify the job
 */
export function readStarted(
  { descriptor, settings }: JobRun,
  started: object,
  operation: string | undefined,
  input: object,
): FollowedJob {
  const { identifiers: names, id, error } = descriptor;
  const told = error === undefined ? undefined : (started as Readonly<Record<string, unknown>>)[error];
  const hasError = told !== undefined && told !== null && told !== "";
  const jobId = textOf(started, id);
  const identifiers = identifiersOf(names, started, input, settings.identifiers);
  const missing = missingOf(names, identifiers);
  const startedBy = operation ?? textOf(started, descriptor.operation);
  const problem = problemOf(hasError, jobId === undefined, missing);
  if (problem === undefined) return { identifiers, operation: startedBy, seen: false };
  throw new JobStartError(`${cleanWord(startedBy ?? descriptor.name)} cannot be followed: ${problem}.`, {
    operation: startedBy,
    jobId,
    text: cleanText(told),
    started,
    $metadata: (started as Partial<MetadataBearer>).$metadata,
  });
}

function problemOf(hasError: boolean, hasNoId: boolean, missing: readonly string[]): string | undefined {
  if (hasError) return "its answer has an error, see `text`";
  if (hasNoId) return "its answer names no job";
  if (missing.length === 0) return undefined;
  return `its answer has no ${missing.join(", ")}; the option identifiers can say it`;
}
