import type { JournalEntry } from "@tinsmith/runtime/host";
import type { CallRecord } from "../load/call-record.js";
import type { Cell } from "../plan/cells.js";
import type { Exchange } from "../proxy/exchange.js";

/** What an error of a call says about itself. */
export interface CallFailure {
  readonly name: string;
  readonly message: string;
  readonly operation?: string;
  readonly phase?: string;
  readonly $metadata?: { readonly attempts?: number; readonly requestId?: string };
}

/** All that is known of a call, from every side. */
export interface History {
  readonly record: CallRecord;
  readonly failure: CallFailure | undefined;
  /** Attempts, by the client's own count. */
  readonly attempts: number;
  /** What reached the service, in the order in which it was answered. */
  readonly entries: readonly JournalEntry[];
  readonly exchanges: readonly Exchange[];
  /** The faults that happened to it. */
  readonly hits: readonly Cell[];
}

/** Everything that was written down while calls were made. */
export interface Evidence {
  readonly records: readonly CallRecord[];
  readonly journal: readonly JournalEntry[];
  readonly exchanges: readonly Exchange[];
  readonly connectionFaults: ReadonlyMap<string, Cell>;
}

/** The call that an exchange belongs to: one that goes before is made on its behalf. */
const callOf = (exchange: Exchange): string => exchange.call.replace(/-before$/, "");

/** Brings together what belongs to the same call. */
export const readHistories = ({ records, journal, exchanges, connectionFaults }: Evidence): History[] => {
  const entriesOf = groupBy(journal, ({ invocationId }) => invocationId ?? "");
  const exchangesOf = groupBy(exchanges, callOf);
  return records.map((record) => {
    const { id } = record.plan;
    const all = exchangesOf.get(id) ?? [];
    const hits = all.filter(({ isHit }) => isHit).map(({ cell }) => cell);
    const failure = record.error as CallFailure | undefined;
    return {
      record,
      failure,
      attempts: (record.result ?? failure)?.$metadata?.attempts ?? 0,
      entries: [...record.invocationIds].flatMap((invocation) => entriesOf.get(invocation) ?? []),
      exchanges: all.filter(({ call }) => call === id),
      hits: [...hits, connectionFaults.get(id)].filter((cell) => cell !== undefined),
    };
  });
};

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};
