import type { BookedCall, BookedJob, Books } from "../books/books.js";
import type { JobEnd, LedgerEntry } from "../books/ledger-entry.js";

/** Entries of one kind. */
export type EntryOf<Kind extends LedgerEntry["kind"]> = Extract<LedgerEntry, { kind: Kind }>;

/** What is known of a day: by the service, and by those who called it. */
export interface Evidence {
  readonly books: Books;
  readonly entries: readonly LedgerEntry[];
}

/** The entries of a kind. */
export const entriesOf = <Kind extends LedgerEntry["kind"]>(
  { entries }: Evidence,
  kind: Kind,
): EntryOf<Kind>[] => entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);

/** For messages, e.g. `UpdateBackendAPI of d000001soak (job 5f0e)`. */
export const describeJob = ({ id, app, operation }: BookedJob): string =>
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

/** Whether a call told how a job is, and the answer got through. */
export const isLook = ({ operation, status, executed }: BookedCall): boolean =>
  operation === "GetBackendJob" && status === 200 && executed;

/** How a job that is over has ended, by its status. */
export const ENDS: Readonly<Record<string, JobEnd>> = { COMPLETED: "completed", FAILED: "failed" };

export const isOver = ({ status }: BookedJob): boolean => ENDS[status] !== undefined;
