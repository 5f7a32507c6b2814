import type { ClientEvent, JobOutcome } from "../records/client-event.js";
import type { CallRecord, JobRecord, ServiceRecords } from "../records/service-records.js";

/** Entries of one kind. */
export type EventOf<Kind extends ClientEvent["kind"]> = Extract<ClientEvent, { kind: Kind }>;

/** What the service and its clients recorded in a run. */
export interface Evidence {
  readonly records: ServiceRecords;
  readonly events: readonly ClientEvent[];
}

/** The events of a kind. */
export const eventsOf = <Kind extends ClientEvent["kind"]>(
  { events }: Evidence,
  kind: Kind,
): EventOf<Kind>[] => events.filter((event): event is EventOf<Kind> => event.kind === kind);

/** For messages, e.g. `UpdateBackendAPI of d000001soak (job 5f0e)`. */
export const describeJob = ({ id, app, operation }: JobRecord): string =>
  `${operation} of ${app} (job ${id})`;

/** Groups by a key; what has none is left out. */
export const groupBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** Whether a call read a job's status and its response was delivered. */
export const isPoll = ({ operation, status, executed }: CallRecord): boolean =>
  operation === "GetBackendJob" && status === 200 && executed;

/** How a job that is over has ended, by its status. */
export const OUTCOMES: Readonly<Record<string, JobOutcome>> = { COMPLETED: "completed", FAILED: "failed" };

export const isOver = ({ status }: JobRecord): boolean => OUTCOMES[status] !== undefined;
