import { describeJob, type Evidence, entriesOf, groupBy } from "./evidence.js";

/** Jobs that were not started by exactly one follower, and followers that started more than one. */
export const findUnclaimed = (evidence: Evidence): string[] => {
  const started = entriesOf(evidence, "started");
  const byJob = groupBy(started, ({ job }) => job);
  const byFollower = groupBy(started, ({ by }) => by);
  const known = new Set(evidence.books.jobs.map(({ id }) => id));
  return [
    ...evidence.books.jobs.flatMap((job) => {
      const claims = byJob.get(job.id)?.length ?? 0;
      return claims === 1 ? [] : [`${describeJob(job)} was started by ${claims} followers`];
    }),
    ...started
      .filter(({ job }) => !known.has(job))
      .map(({ by, job }) => `${by} started ${job}, which the service does not know`),
    ...[...byFollower]
      .filter(([, jobs]) => jobs.length > 1)
      .map(([by, jobs]) => `${by} started ${jobs.length} jobs`),
  ];
};

/** Calls that were executed more than once. Looking does no harm. */
export const findRepeated = ({ books }: Evidence, readonly: readonly string[]): string[] => {
  const executed = books.calls.filter((call) => call.executed && !readonly.includes(call.operation ?? ""));
  return [...groupBy(executed, ({ call }) => call)]
    .filter(([, attempts]) => attempts.length > 1)
    .map(
      ([call, [first, ...others]]) =>
        `${first?.operation} was executed ${others.length + 1} times in the call ${call}`,
    );
};
