import type { LedgerEntry } from "../books/ledger-entry.js";
import { describeJob, type Evidence, entriesOf, groupBy, isLook, isOver } from "./evidence.js";

/**
 * Followers that looked at a job of which they knew that it was over. Two signs: a look that was sent after the follower
 * had come to the end, and more than one look that the service answered after the end.
 */
export const findLateLooks = (evidence: Evidence): string[] => [
  ...findSentAfterEnd(evidence.entries),
  ...findAnsweredAfterEnd(evidence),
];

const findSentAfterEnd = (entries: readonly LedgerEntry[]): string[] => {
  const ended = new Set<string>();
  const late: string[] = [];
  for (const entry of entries) {
    if (entry.kind === "ended") ended.add(`${entry.by} ${entry.job}`);
    if (entry.kind !== "sent" || entry.operation !== "GetBackendJob") continue;
    if (ended.has(`${entry.by} ${entry.job}`)) late.push(`${entry.by} looked at ${entry.job} after its end`);
  }
  return late;
};

const findAnsweredAfterEnd = (evidence: Evidence): string[] => {
  const follower = new Map(entriesOf(evidence, "sent").map(({ call, by }) => [call, by]));
  const jobs = new Map(evidence.books.jobs.filter(isOver).map((job) => [job.id, job]));
  const after = evidence.books.calls.filter((call) => {
    const job = jobs.get(call.job ?? "");
    return isLook(call) && job !== undefined && call.time >= job.updateTime;
  });
  const looks = groupBy(after, ({ call = "", job }) => `${follower.get(call)} ${job}`);
  return [...looks.values()].flatMap((found) => {
    const [first] = found;
    const job = jobs.get(first?.job ?? "");
    if (found.length === 1 || job === undefined) return [];
    return [
      `${follower.get(first?.call ?? "")} was told ${found.length} times of the end of ${describeJob(job)}`,
    ];
  });
};
