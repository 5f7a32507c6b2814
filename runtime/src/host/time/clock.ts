import type { AbortSignalLike } from "../../common/abort-signal.js";

/** What the host takes for time. Everything that waits or expires in it hangs on one clock. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Calls back once, after a while.
   *
   * @param milliseconds - how long to wait; 0 and less mean as soon as possible, never within this call
   * @returns what takes the callback back
   */
  setTimer(callback: () => void, milliseconds: number): () => void;
}

/** Waits on a clock. An aborted signal ends the wait with the signal's reason. */
export const sleep = (clock: Clock, milliseconds: number, signal?: AbortSignalLike): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = clock.setTimer(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
