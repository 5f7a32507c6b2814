import type { Clock } from "./clock.js";

interface Timer {
  readonly due: number;
  readonly sequence: number;
  readonly callback: () => void;
}

/** The last instant that a `Date` can tell, in milliseconds since the epoch. */
export const LAST_INSTANT = 8.64e15;

/** A clock that stands still until it is told to move: time as a test wants it. */
export class ManualClock implements Clock {
  #now: number;
  #sequence = 0;
  readonly #timers = new Set<Timer>();

  /** @param start - the first instant; the machine's present one if left out */
  constructor(start: Date | number = Date.now()) {
    this.#now = Number(start);
    if (!(Math.abs(this.#now) <= LAST_INSTANT)) {
      throw new RangeError("ManualClock: start is not a valid date");
    }
  }

  /** When the next timer falls due; nothing where nobody waits. */
  get due(): number | undefined {
    return this.#nextDue(Number.POSITIVE_INFINITY)?.due;
  }

  now(): number {
    return this.#now;
  }

  setTimer(callback: () => void, milliseconds: number): () => void {
    const timer = { due: this.#now + Math.max(0, milliseconds), sequence: this.#sequence++, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /**
   * Moves on and runs all timers that fall due, in order, each at its own instant; those that they set too,
   * if these fall due as well.
   *
   * @throws RangeError if told to go back, or beyond what a date can tell
   */
  advance(milliseconds: number): void {
    const target = this.#now + milliseconds;
    if (!(milliseconds >= 0 && target <= LAST_INSTANT)) {
      throw new RangeError(`ManualClock: cannot advance by ${milliseconds} ms`);
    }
    for (let timer = this.#nextDue(target); timer !== undefined; timer = this.#nextDue(target)) {
      this.#timers.delete(timer);
      this.#moveTo(timer.due);
      timer.callback();
    }
    this.#moveTo(target);
  }

  /** Never back: a timer's callback may itself have moved the clock on. */
  #moveTo(time: number): void {
    this.#now = Math.max(this.#now, time);
  }

  #nextDue(target: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.due <= target && (next === undefined || isBefore(timer, next))) next = timer;
    }
    return next;
  }
}

const isBefore = (first: Timer, second: Timer): boolean =>
  first.due < second.due || (first.due === second.due && first.sequence < second.sequence);
