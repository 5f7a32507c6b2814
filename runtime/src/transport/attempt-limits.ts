import type { AbortSignalLike } from "../common/abort-signal.js";
import { LinkedSignal } from "../common/linked-signal.js";
import { TimeoutError } from "../errors/timeout-error.js";

/** Ends one attempt: by the signal of its call, or when its time is up. It has to be released. @param timeout - milliseconds; 0 for no limit */
export function limitAttempt(timeout: number, signal: AbortSignalLike | undefined): LinkedSignal {
  return new LinkedSignal(signal, timeout, () => timedOut(timeout));
}

/** The same as handlers of any make take it: a signal of the platform's. */
export function platformSignal(signal: LinkedSignal): AbortSignal {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  return controller.signal;
}

function timedOut(limit: number): TimeoutError {
  return new TimeoutError(`The service did not answer completely within ${limit} ms.`, {
    phase: "attempt",
    limit,
  });
}
