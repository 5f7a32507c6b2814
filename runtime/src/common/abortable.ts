import { AbortError } from "../errors/abort-error.js";
import type { AbortSignalLike } from "./abort-signal.js";
import { startTimer, type Timer } from "./timer.js";

/** Throws where the caller has ended the call. @throws {@link AbortError} */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal?.aborted) throw new AbortError({ cause: signal.reason });
}

/**
 * Waits for a promise, but no longer than the caller's signal allows. What the promise stands for goes on.
 *
 * @throws {@link AbortError}
 */
export function abortable<Value>(
  promise: Promise<Value>,
  signal: AbortSignalLike | undefined,
): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise<Value>((resolve, reject) => {
    const onAbort = (): void => reject(new AbortError({ cause: signal.reason }));
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

/** Waits. @throws {@link AbortError} as soon as the signal asks for it */
export function sleep(milliseconds: number, signal?: AbortSignalLike): Promise<void> {
  let timer: Timer | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = startTimer(milliseconds, resolve);
  });
  return abortable(timeUp, signal).finally(() => clearTimeout(timer));
}
