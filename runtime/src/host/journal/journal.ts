/** One call that reached a host. */
export interface JournalEntry {
  /** Counts from 1; a cleared journal counts on. */
  readonly sequence: number;
  /** When it came, by the host's clock. */
  readonly time: Date;
  /** Name of the operation; absent where no route fits. */
  readonly operation?: string | undefined;
  /** Method and path pattern, e.g. `POST /backend/{AppId}/remove`; the path as it came where no route fits. */
  readonly route: string;
  /** What the operation was asked for, sensitive members blacked out; absent where it was refused unread. */
  readonly input?: unknown;
  /** Status code of the response; 0 where there was none, because the connection broke. */
  readonly status: number;
  /** Name of the error that was answered, e.g. `NotFoundException`. */
  readonly error?: string | undefined;
  /** What went wrong inside the host itself, which the caller is not told. */
  readonly failure?: string | undefined;
  readonly requestId: string;
  /** Whether the operation took effect; it may have without its response getting through. */
  readonly executed: boolean;
  /** The caller's own id of the call, the same for all its attempts: header `amz-sdk-invocation-id`. */
  readonly invocationId?: string | undefined;
}

/** How many calls a journal keeps unless told otherwise. */
export const DEFAULT_JOURNAL_LIMIT = 10_000;

/** The calls that reached a host, in the order in which they were answered. */
export class Journal {
  readonly #limit: number;
  #entries: JournalEntry[] = [];
  #sequence = 0;

  /**
   * @param limit - how many calls to keep, the latest ones; {@link DEFAULT_JOURNAL_LIMIT} if left out
   * @throws RangeError if the limit is below 1
   */
  constructor(limit: number = DEFAULT_JOURNAL_LIMIT) {
    if (!(limit >= 1)) throw new RangeError(`Journal: limit must be 1 or more, is ${limit}`);
    this.#limit = limit;
  }

  /** The calls that are kept; a copy, which does not grow. */
  get entries(): readonly JournalEntry[] {
    return this.#entries.slice(-this.#limit);
  }

  /** The kept calls of one operation. */
  of(operation: string): readonly JournalEntry[] {
    return this.entries.filter((entry) => entry.operation === operation);
  }

  /** Adds a call. */
  record(call: Omit<JournalEntry, "sequence">): JournalEntry {
    this.#sequence += 1;
    const entry = { sequence: this.#sequence, ...call };
    this.#entries.push(entry);
    // Cut back seldom, so that a full journal does not move all its entries at each call.
    if (this.#entries.length >= 2 * this.#limit) this.#entries = this.#entries.slice(-this.#limit);
    return entry;
  }

  /** Forgets all calls. */
  clear(): void {
    this.#entries = [];
  }
}
