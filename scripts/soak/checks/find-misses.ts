import { AmplifyBackendOperations } from "@tinsmith/amplifybackend/operations";
import { findGrowth, type Growth } from "../memory/find-growth.js";
import { type Evidence, entriesOf } from "./evidence.js";
import { findLateLooks } from "./find-late-looks.js";
import { findListGaps } from "./find-list-gaps.js";
import { findBreakages, findUnaccounted } from "./find-unaccounted.js";
import { findRepeated, findUnclaimed } from "./find-unclaimed.js";
import { findMisread, findUnfollowed } from "./find-unfollowed.js";

/** Everything that must not be, by what it is called in the report; a list that is empty is good. */
export type Misses = Readonly<Record<string, readonly string[]>>;

const READONLY = AmplifyBackendOperations.filter((operation) => operation.readonly).map(({ name }) => name);

/** Holds a day to account. */
export const findMisses = (evidence: Evidence, growths: readonly Growth[]): Misses => ({
  "apps that broke off": entriesOf(evidence, "mishap").map(({ by, what }) => `${by}: ${what}`),
  "jobs not followed to their end": findUnfollowed(evidence),
  "ends read wrong": findMisread(evidence),
  "looks after the end": findLateLooks(evidence),
  "jobs that nobody started, or somebody twice": findUnclaimed(evidence),
  "calls executed twice": findRepeated(evidence, READONLY),
  "calls unaccounted for": findUnaccounted(evidence),
  "breakages of the service": findBreakages(evidence),
  "lists that differ from the books": findListGaps(evidence),
  "memory that grew": findGrowth(growths),
});
