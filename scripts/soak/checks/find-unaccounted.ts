import { type Evidence, entriesOf, groupBy } from "./evidence.js";

/**
 * Attempts that the followers sent and the service never got, or the other way round. A process that is killed may have
 * written down an attempt that it did not come to send.
 */
export const findUnaccounted = (evidence: Evidence): string[] => {
  const sent = groupBy(entriesOf(evidence, "sent"), ({ call }) => call);
  const came = groupBy(evidence.books.calls, ({ call = "of no client" }) => call);
  const unknown = [...came].filter(([call]) => !sent.has(call));
  const differing = [...sent].filter(([call, attempts]) => {
    const arrived = came.get(call)?.length ?? 0;
    const mayBeFewer = attempts.some(({ isKilled }) => isKilled === true);
    return arrived > attempts.length || (arrived < attempts.length && !mayBeFewer);
  });
  return [
    ...unknown.map(([call, [first]]) => `${first?.operation ?? "a call"} came that nobody sent (${call})`),
    ...differing.map(
      ([call, [first, ...others]]) =>
        `${first?.by} sent ${first?.operation} ${others.length + 1} times, and it came ${came.get(call)?.length ?? 0} times`,
    ),
  ];
};

/** What broke inside the service, and what nobody asks of it. */
export const findBreakages = ({ books }: Evidence): string[] =>
  books.calls.flatMap(({ operation, failure, status }) => {
    if (failure !== undefined) return [`the service broke in ${operation}: ${failure}`];
    return operation === undefined ? [`a call came to no operation, and got ${status}`] : [];
  });
