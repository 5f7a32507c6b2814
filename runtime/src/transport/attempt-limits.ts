import type { AbortSignalLike } from "../common/abort-signal.js";
import { endOf } from "../common/linked-signal.js";
import { startTimer } from "../common/timer.js";
import { TimeoutError } from "../errors/timeout-error.js";

/** Ends one attempt: by the signal of its call, or when its time is up. */
export interface AttemptLimits {
  /** For the handler, which has to let go of its connection. */
  readonly signal: AbortSignal;
  /** Rejects when the attempt has to end, whether or not the handler listens. */
  readonly ended: Promise<never>;
  /** Ends the attempt for a reason of the runtime's own. */
  stop(): void;
  /** Forgets signal and timer; to be called whatever happens. */
  release(): void;
}

/** @param timeout - milliseconds; 0 for no limit */
export function limitAttempt(timeout: number, signal: AbortSignalLike | undefined): AttemptLimits {
  const controller = new AbortController();
  let fail: (error: Error) => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be waiting when it rejects.
  ended.catch(() => {});
  const end = (error: Error): void => {
    fail(error);
    controller.abort(error);
  };
  const onAbort = (): void => end(endOf(signal as AbortSignalLike));
  const timer = timeout > 0 ? startTimer(timeout, () => end(timedOut(timeout))) : undefined;
  if (signal?.aborted) onAbort();
  else signal?.addEventListener("abort", onAbort, { once: true });
  return {
    signal: controller.signal,
    ended,
    stop: () => controller.abort(),
    release: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    },
  };
}

function timedOut(limit: number): TimeoutError {
  return new TimeoutError(`The service did not answer completely within ${limit} ms.`, {
    phase: "attempt",
    limit,
  });
}
