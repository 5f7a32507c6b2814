import { setTimeout as sleep } from "node:timers/promises";

/** What keeps the connections of `fetch`. */
interface Pool {
  close(): Promise<void>;
  destroy(): Promise<void>;
}

/** Where Node keeps it. @see https://github.com/nodejs/undici/blob/v6.21.0/lib/global.js */
const KEY = Symbol.for("undici.globalDispatcher.1");
const place = globalThis as unknown as Record<symbol, Pool | undefined>;

/** Milliseconds after which a connection in use is taken to be so for ever. */
const PATIENCE = 3000;

/** Connections of `fetch` that can be told from those of the rest of the process. */
export interface FetchPool {
  /** Whether they can: where Node shows no pool, as in Jest, they cannot. */
  readonly isOwn: boolean;
  /** Tells how many pools had a connection in use: a request that nobody ended, or an answer that nobody read. */
  close(): Promise<number>;
}

/** Gives `fetch` connections of its own, until they are closed. */
export const openFetchPool = async (): Promise<FetchPool> => {
  // Node makes its pool when it is first needed.
  await fetch("data:,");
  const former = place[KEY];
  if (former === undefined) return { isOwn: false, close: async () => 0 };
  const pool = new (former.constructor as new () => Pool)();
  place[KEY] = pool;
  const close = async (): Promise<number> => {
    place[KEY] = former;
    const inUse = await Promise.race([pool.close().then(() => 0), late()]);
    if (inUse > 0) await pool.destroy();
    return inUse;
  };
  return { isOwn: true, close };
};

const late = (): Promise<number> => sleep(PATIENCE, 1, { ref: false });
