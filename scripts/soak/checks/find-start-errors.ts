import { describeJob, type Evidence, eventsOf, groupBy } from "./evidence.js";

/** Jobs that were not started by exactly one poller, and pollers that started more than one. */
export const findStartErrors = (evidence: Evidence): string[] => {
  const started = eventsOf(evidence, "started");
  const byJob = groupBy(started, ({ job }) => job);
  const byPoller = groupBy(started, ({ by }) => by);
  const known = new Set(evidence.records.jobs.map(({ id }) => id));
  return [
    ...evidence.records.jobs.flatMap((job) => {
      const starts = byJob.get(job.id)?.length ?? 0;
      return starts === 1 ? [] : [`${describeJob(job)} was started by ${starts} pollers`];
    }),
    ...started
      .filter(({ job }) => !known.has(job))
      .map(({ by, job }) => `${by} started ${job}, which the service does not know`),
    ...[...byPoller]
      .filter(([, jobs]) => jobs.length > 1)
      .map(([by, jobs]) => `${by} started ${jobs.length} jobs`),
  ];
};

/** Calls that were executed more than once. Reading again does no harm. */
export const findRepeatedExecutions = ({ records }: Evidence, readonly: readonly string[]): string[] => {
  const executed = records.calls.filter((call) => call.executed && !readonly.includes(call.operation ?? ""));
  return [...groupBy(executed, ({ call }) => call)]
    .filter(([, attempts]) => attempts.length > 1)
    .map(
      ([call, [first, ...others]]) =>
        `${first?.operation} was executed ${others.length + 1} times in the call ${call}`,
    );
};
