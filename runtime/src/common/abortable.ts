import type { AbortSignalLike } from "./abort-signal.js";
import { endOf } from "./linked-signal.js";
import { startTimer, type Timer } from "./timer.js";

/** Throws where a signal has ended the call. @throws AbortError, or TimeoutError where the call's time is up */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw endOf(signal);
}

/**
 * Waits for a promise, but no longer than a signal allows. What the promise stands for goes on.
 *
 * @throws AbortError, or TimeoutError where the call's time is up
 */
export function abortable<Value>(
  promise: Promise<Value>,
  signal: AbortSignalLike | undefined,
): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise<Value>((resolve, reject) => {
    const onAbort = (): void => reject(endOf(signal));
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    const settled = (): void => signal.removeEventListener("abort", onAbort);
    promise.then(
      (value) => {
        settled();
        resolve(value);
      },
      (error) => {
        settled();
        reject(error);
      },
    );
  });
}

/** Waits. @throws AbortError, or TimeoutError, as soon as the signal ends */
export function sleep(milliseconds: number, signal?: AbortSignalLike): Promise<void> {
  let timer: Timer | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = startTimer(milliseconds, resolve);
  });
  return abortable(timeUp, signal).finally(() => clearTimeout(timer));
}
