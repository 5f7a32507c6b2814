import type { AbortSignalLike } from "./abort-signal.js";
import { startTimer } from "./timer.js";

/** A signal that follows another one and a timer. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  /** Whether it was the timer that ended it. */
  readonly timedOut: () => boolean;
  /** Forgets the other signal and the timer. */
  release(): void;
}

/** @param milliseconds - until the signal ends by itself */
export function linkSignal(parent: AbortSignalLike | undefined, milliseconds: number): LinkedSignal {
  const controller = new AbortController();
  let timedOut = false;
  const onAbort = (): void => controller.abort(parent?.reason);
  const timer = startTimer(milliseconds, () => {
    timedOut = true;
    controller.abort();
  });
  if (parent?.aborted) onAbort();
  else parent?.addEventListener("abort", onAbort, { once: true });
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    release: () => {
      clearTimeout(timer);
      parent?.removeEventListener("abort", onAbort);
    },
  };
}
