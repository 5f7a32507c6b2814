import type { Clock } from "./clock.js";

/** The longest delay that `setTimeout` takes; it would fire at once on a longer one. */
const MAXIMAL_DELAY = 2 ** 31 - 1;

/** The machine's clock. */
export class SystemClock implements Clock {
  readonly #letsProcessEnd: boolean;

  /** @param letsProcessEnd - whether Node may end while somebody waits; false if left out */
  constructor(letsProcessEnd = false) {
    this.#letsProcessEnd = letsProcessEnd;
  }

  now(): number {
    return Date.now();
  }

  setTimer(callback: () => void, milliseconds: number): () => void {
    const timer = setTimeout(callback, Math.min(Math.max(0, milliseconds), MAXIMAL_DELAY));
    // Elsewhere a timer is a number.
    if (this.#letsProcessEnd && typeof timer === "object") timer.unref();
    return () => clearTimeout(timer);
  }
}
