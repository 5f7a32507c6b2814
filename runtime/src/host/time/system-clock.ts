import type { Clock } from "./clock.js";

/** The longest delay that `setTimeout` takes; it would fire at once on a longer one. */
const MAXIMAL_DELAY = 2 ** 31 - 1;

/** The machine's clock. */
export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }

  setTimer(callback: () => void, milliseconds: number): () => void {
    const timer = setTimeout(callback, Math.min(Math.max(0, milliseconds), MAXIMAL_DELAY));
    return () => clearTimeout(timer);
  }
}
