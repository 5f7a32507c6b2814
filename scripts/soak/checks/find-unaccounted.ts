import { type Evidence, entriesOf, groupBy } from "./evidence.js";

/**
 * Attempts that the followers sent and the service never got, or the other way round. Whoever is killed, or leaves its
 * poller, may have written down one last attempt that did not come to be sent.
 */
export const findUnaccounted = (evidence: Evidence): string[] => {
  const sent = groupBy(entriesOf(evidence, "sent"), ({ call }) => call);
  const came = groupBy(evidence.books.calls, ({ call = "of no client" }) => call);
  const cutOff = findCutOff(evidence);
  const unknown = [...came].filter(([call]) => !sent.has(call));
  const differing = [...sent].filter(([call, attempts]) => {
    const missing = attempts.length - (came.get(call)?.length ?? 0);
    return missing !== 0 && !(missing === 1 && cutOff.has(call));
  });
  return [
    ...unknown.map(([call, [first]]) => `${first?.operation ?? "a call"} came that nobody sent (${call})`),
    ...differing.map(
      ([call, [first, ...others]]) =>
        `${first?.by} sent ${first?.operation} ${others.length + 1} times, and it came ${came.get(call)?.length ?? 0} times`,
    ),
  ];
};

/** The last calls of those who were killed or left. */
const findCutOff = (evidence: Evidence): ReadonlySet<string> => {
  const leavings = [...entriesOf(evidence, "left"), ...entriesOf(evidence, "refused")];
  const left = new Set(leavings.map(({ by }) => by));
  const last = new Map<string, string>();
  for (const { by, call, isKilled, operation } of entriesOf(evidence, "sent")) {
    if (isKilled !== true && !left.has(by)) continue;
    // A follower that leaves a job that is stuck ends the job first.
    if (operation !== "UpdateBackendJob") last.set(by, call);
  }
  return new Set(last.values());
};

/** What broke inside the service, and what nobody asks of it. */
export const findBreakages = ({ books }: Evidence): string[] =>
  books.calls.flatMap(({ operation, failure, status }) => {
    if (failure !== undefined) return [`the service broke in ${operation}: ${failure}`];
    return operation === undefined ? [`a call came to no operation, and got ${status}`] : [];
  });
