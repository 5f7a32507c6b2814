import { describeJob, type Evidence, eventsOf, groupBy, isOver, OUTCOMES } from "./evidence.js";

/** Jobs that did not end, or whose end was not reported by exactly one poller. */
export const findUnfinishedJobs = (evidence: Evidence): string[] => {
  const ended = groupBy(eventsOf(evidence, "ended"), ({ job }) => job);
  return evidence.records.jobs.flatMap((job) => {
    if (!isOver(job)) return [`${describeJob(job)} is still ${job.status}`];
    const pollers = ended.get(job.id)?.length ?? 0;
    return pollers === 1 ? [] : [`${describeJob(job)} was polled to its end ${pollers} times`];
  });
};

/** Jobs for which a poller reported another outcome than the service recorded. */
export const findWrongOutcomes = (evidence: Evidence): string[] => {
  const jobs = new Map(evidence.records.jobs.map((job) => [job.id, job]));
  return eventsOf(evidence, "ended").flatMap(({ by, job: id, outcome, text }) => {
    const job = jobs.get(id);
    if (job === undefined) return [`${by} polled ${id}, which the service does not know`];
    const expected = { outcome: OUTCOMES[job.status], text: job.error ?? "" };
    if (expected.outcome === outcome && expected.text === text) return [];
    return [
      `${by} reported ${outcome} "${text}" for ${describeJob(job)}, which is ${job.status} "${expected.text}"`,
    ];
  });
};
