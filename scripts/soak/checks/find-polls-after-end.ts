import type { ClientEvent } from "../records/client-event.js";
import { describeJob, type Evidence, eventsOf, groupBy, isOver, isPoll } from "./evidence.js";

/**
 * Pollers that polled a job although they knew that it was over. Two signs: a poll sent after the poller had reported the
 * end, and more than one poll that the service answered after the end.
 */
export const findPollsAfterEnd = (evidence: Evidence): string[] => [
  ...findSentAfterEnd(evidence.events),
  ...findAnsweredAfterEnd(evidence),
];

const findSentAfterEnd = (events: readonly ClientEvent[]): string[] => {
  const ended = new Set<string>();
  const late: string[] = [];
  for (const event of events) {
    if (event.kind === "ended") ended.add(`${event.by} ${event.job}`);
    if (event.kind !== "sent" || event.operation !== "GetBackendJob") continue;
    if (ended.has(`${event.by} ${event.job}`)) late.push(`${event.by} polled ${event.job} after its end`);
  }
  return late;
};

const findAnsweredAfterEnd = (evidence: Evidence): string[] => {
  const poller = new Map(eventsOf(evidence, "sent").map(({ call, by }) => [call, by]));
  const jobs = new Map(evidence.records.jobs.filter(isOver).map((job) => [job.id, job]));
  const after = evidence.records.calls.filter((call) => {
    const job = jobs.get(call.job ?? "");
    return isPoll(call) && job !== undefined && call.time >= job.updateTime;
  });
  const polls = groupBy(after, ({ call = "", job }) => `${poller.get(call)} ${job}`);
  return [...polls.values()].flatMap((found) => {
    const [first] = found;
    const job = jobs.get(first?.job ?? "");
    if (found.length === 1 || job === undefined) return [];
    return [`${poller.get(first?.call ?? "")} received the end of ${describeJob(job)} ${found.length} times`];
  });
};
