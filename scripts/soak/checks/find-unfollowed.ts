import { describeJob, ENDS, type Evidence, entriesOf, groupBy, isOver } from "./evidence.js";

/** Jobs that did not end, or whose end nobody came to, or more than one. */
export const findUnfollowed = (evidence: Evidence): string[] => {
  const ended = groupBy(entriesOf(evidence, "ended"), ({ job }) => job);
  return evidence.books.jobs.flatMap((job) => {
    if (!isOver(job)) return [`${describeJob(job)} is still ${job.status}`];
    const followers = ended.get(job.id)?.length ?? 0;
    return followers === 1 ? [] : [`${describeJob(job)} was followed to its end ${followers} times`];
  });
};

/** Jobs of which a follower was told something else than what is in the books. */
export const findMisread = (evidence: Evidence): string[] => {
  const jobs = new Map(evidence.books.jobs.map((job) => [job.id, job]));
  return entriesOf(evidence, "ended").flatMap(({ by, job: id, end, text }) => {
    const job = jobs.get(id);
    if (job === undefined) return [`${by} followed ${id}, which the service does not know`];
    const expected = { end: ENDS[job.status], text: job.error ?? "" };
    if (expected.end === end && expected.text === text) return [];
    return [`${by} read ${end} "${text}" of ${describeJob(job)}, which is ${job.status} "${expected.text}"`];
  });
};
