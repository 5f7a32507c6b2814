import { AbortError } from "../errors/abort-error.js";
import type { AbortSignalLike, HandlerAbortSignal } from "./abort-signal.js";
import { followSignal } from "./follow-signal.js";
import { startTimer, type Timer } from "./timer.js";

/**
 * A signal that follows another one and a timer, made for every call: it does without the platform's, which takes longer.
 * Its reason is the error to throw.
 */
export class LinkedSignal implements HandlerAbortSignal {
  onabort = null;
  reason: Error | undefined;
  /** A list: there are two or three, for which a set takes three times the memory. */
  readonly #listeners: (() => void)[] = [];
  #timer: Timer | undefined;
  #forget: (() => void) | undefined;

  /**
   * @param milliseconds - until the signal ends by itself; 0 for never
   * @param timedOut - makes the error that it ends with then
   */
  constructor(parent: AbortSignalLike | undefined, milliseconds: number, timedOut: () => Error) {
    if (parent !== undefined) this.#forget = follow(parent, () => this.end(endOf(parent)));
    if (milliseconds > 0 && !this.aborted) {
      this.#timer = startTimer(milliseconds, () => this.end(timedOut()));
    }
  }

  get aborted(): boolean {
    return this.reason !== undefined;
  }

  addEventListener(_type: "abort", listener: () => void): void {
    if (!this.#listeners.includes(listener)) this.#listeners.push(listener);
  }

  removeEventListener(_type: "abort", listener: () => void): void {
    const index = this.#listeners.indexOf(listener);
    if (index >= 0) this.#listeners.splice(index, 1);
  }

  /** Forgets the other signal and the timer; to be called whatever happens. */
  release(): void {
    clearTimeout(this.#timer);
    this.#forget?.();
    this.#forget = undefined;
  }

  /** Ends it now. */
  end(error: Error): void {
    if (this.aborted) return;
    this.reason = error;
    this.release();
    // One of them may remove another.
    for (const listener of [...this.#listeners]) if (this.#listeners.includes(listener)) listener();
  }
}

function follow(parent: AbortSignalLike, onAbort: () => void): () => void {
  // Its own kind minds no number of listeners.
  if (!(parent instanceof LinkedSignal) || parent.aborted) return followSignal(parent, onAbort);
  parent.addEventListener("abort", onAbort);
  return () => parent.removeEventListener("abort", onAbort);
}

/** What a signal that has ended ends its call with. */
export function endOf(signal: AbortSignalLike): Error {
  return signal instanceof LinkedSignal && signal.reason !== undefined
    ? signal.reason
    : new AbortError({ cause: reasonOf(signal) });
}

/** Of a signal that cannot say its reason, the failure to do so: the call has to end in any case. */
function reasonOf(signal: AbortSignalLike): unknown {
  try {
    return signal.reason;
  } catch (failure) {
    return failure;
  }
}
