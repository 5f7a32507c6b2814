/** What is still there when nothing should be. */
export interface Leak {
  readonly what: string;
  readonly count: number;
}

/** Kinds of things that keep a process alive; others, such as files that are read, come and go. */
const WATCHED = /^(?:Timeout|Immediate|TCP|TLS|HTTP|GetAddrInfo|Pipe)/;

/** What keeps the process alive now, by kind. */
export const countResources = (): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) {
    if (WATCHED.test(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
};

/** What has come on top. */
export const newResources = (before: ReadonlyMap<string, number>): Leak[] =>
  [...countResources()]
    .map(([what, count]) => ({ what, count: count - (before.get(what) ?? 0) }))
    .filter(({ count }) => count > 0);

/** Watches the timers that are started through the global function, those that keep no process alive included. */
export class TimerWatch {
  readonly #start = globalThis.setTimeout;
  readonly #clear = globalThis.clearTimeout;
  readonly #pending = new Set<unknown>();

  constructor() {
    const start = (callback: (...args: unknown[]) => void, delay?: number, ...args: unknown[]): unknown => {
      const timer: unknown = this.#start(() => {
        this.#pending.delete(timer);
        callback(...args);
      }, delay);
      this.#pending.add(timer);
      return timer;
    };
    const clear = (timer: Parameters<typeof clearTimeout>[0]): void => {
      this.#pending.delete(timer);
      this.#clear(timer);
    };
    Object.assign(globalThis, { setTimeout: start, clearTimeout: clear });
  }

  /** Timers that were neither cleared nor came due. */
  get pending(): number {
    return this.#pending.size;
  }

  stop(): void {
    Object.assign(globalThis, { setTimeout: this.#start, clearTimeout: this.#clear });
  }
}
