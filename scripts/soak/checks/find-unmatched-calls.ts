import { type Evidence, eventsOf, groupBy } from "./evidence.js";

/**
 * Attempts that the clients sent and the service never received, or the other way round. A poller that was killed or
 * aborted may have recorded one last attempt that was never sent.
 */
export const findUnmatchedCalls = (evidence: Evidence): string[] => {
  const sent = groupBy(eventsOf(evidence, "sent"), ({ call }) => call);
  const arrived = groupBy(evidence.records.calls, ({ call = "of no client" }) => call);
  const possiblyUnsent = findPossiblyUnsent(evidence);
  const unknown = [...arrived].filter(([call]) => !sent.has(call));
  const differing = [...sent].filter(([call, attempts]) => {
    const missing = attempts.length - (arrived.get(call)?.length ?? 0);
    return missing !== 0 && !(missing === 1 && possiblyUnsent.has(call));
  });
  return [
    ...unknown.map(
      ([call, [first]]) => `${first?.operation ?? "a call"} arrived, but no client sent it (${call})`,
    ),
    ...differing.map(
      ([call, [first, ...others]]) =>
        `${first?.by} sent ${first?.operation} ${others.length + 1} times, and it arrived ${arrived.get(call)?.length ?? 0} times`,
    ),
  ];
};

/** The last calls of pollers that were killed or stopped. */
const findPossiblyUnsent = (evidence: Evidence): ReadonlySet<string> => {
  const stopped = [...eventsOf(evidence, "aborted"), ...eventsOf(evidence, "refused")];
  const stoppedPollers = new Set(stopped.map(({ by }) => by));
  const last = new Map<string, string>();
  for (const { by, call, isKilled, operation } of eventsOf(evidence, "sent")) {
    if (isKilled !== true && !stoppedPollers.has(by)) continue;
    // This one ends a stuck job, after the poller was aborted.
    if (operation !== "UpdateBackendJob") last.set(by, call);
  }
  return new Set(last.values());
};

/** Failures inside the service, and requests that match no operation. */
export const findServiceErrors = ({ records }: Evidence): string[] =>
  records.calls.flatMap(({ operation, failure, status }) => {
    if (failure !== undefined) return [`the service failed in ${operation}: ${failure}`];
    return operation === undefined ? [`a call matched no operation and got ${status}`] : [];
  });
