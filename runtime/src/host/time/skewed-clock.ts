import type { Clock } from "./clock.js";

/** The most that a clock can be wrong, in milliseconds: about three years. */
const MAXIMAL_SKEW = 100_000_000_000;

/** A clock that is wrong: as much ahead of another one, or behind it, as it is told to be. */
export class SkewedClock implements Clock {
  readonly #clock: Clock;
  #skew = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds ahead of the other clock; less than 0 if behind. */
  get skew(): number {
    return this.#skew;
  }

  /** @throws RangeError beyond 100,000,000,000 milliseconds either way */
  set skew(milliseconds: number) {
    if (!(Math.abs(milliseconds) <= MAXIMAL_SKEW)) {
      throw new RangeError(
        `A clock's skew must be from -${MAXIMAL_SKEW} to ${MAXIMAL_SKEW} milliseconds; it is ${milliseconds}`,
      );
    }
    this.#skew = milliseconds;
  }

  now(): number {
    return this.#clock.now() + this.#skew;
  }

  setTimer(callback: () => void, milliseconds: number): () => void {
    return this.#clock.setTimer(callback, milliseconds);
  }
}
