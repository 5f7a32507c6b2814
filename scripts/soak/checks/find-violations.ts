import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { findGrowth, type Growth } from "../memory/find-growth.js";
import { type Evidence, eventsOf } from "./evidence.js";
import { findListingErrors } from "./find-listing-errors.js";
import { findPollsAfterEnd } from "./find-polls-after-end.js";
import { findRepeatedExecutions, findStartErrors } from "./find-start-errors.js";
import { findUnfinishedJobs, findWrongOutcomes } from "./find-unfinished-jobs.js";
import { findServiceErrors, findUnmatchedCalls } from "./find-unmatched-calls.js";

/** What went wrong, by the name of the check in the report; an empty list is a pass. */
export type Violations = Readonly<Record<string, readonly string[]>>;

const READONLY = AmplifyBackendOperations.filter((operation) => operation.readonly).map(({ name }) => name);

/** Runs all checks. */
export const findViolations = (evidence: Evidence, growths: readonly Growth[]): Violations => ({
  "apps that stopped with an error": eventsOf(evidence, "error").map(
    ({ by, message }) => `${by}: ${message}`,
  ),
  "jobs not polled to their end": findUnfinishedJobs(evidence),
  "outcomes reported wrongly": findWrongOutcomes(evidence),
  "polls after the end": findPollsAfterEnd(evidence),
  "jobs not started exactly once": findStartErrors(evidence),
  "calls executed twice": findRepeatedExecutions(evidence, READONLY),
  "calls on which client and service disagree": findUnmatchedCalls(evidence),
  "service errors": findServiceErrors(evidence),
  "lists that differ from the service's records": findListingErrors(evidence),
  "memory growth": findGrowth(growths),
});
