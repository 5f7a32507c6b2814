import type { Environment } from "@tinsmith/runtime";
import { type Clock, sleep } from "@tinsmith/runtime/host";

/** How much faster than the machine's a clock of the soak runs: a job that takes a minute takes 0.6 seconds. */
export const SPEED = 100;

/** A clock that all processes of a day share: it starts at one instant and runs faster. */
export class FastClock implements Clock {
  readonly #origin: number;

  /** @param origin - when it showed the machine's time, in milliseconds since the epoch */
  constructor(origin: number) {
    this.#origin = origin;
  }

  now(): number {
    return this.#origin + (Date.now() - this.#origin) * SPEED;
  }

  setTimer(callback: () => void, milliseconds: number): () => void {
    const timer = setTimeout(callback, milliseconds / SPEED);
    return () => clearTimeout(timer);
  }

  /** What a client takes for its clock. */
  environment(): Partial<Environment> {
    return {
      now: () => this.now(),
      sleep: (milliseconds, signal) => sleep(this, milliseconds, signal),
    };
  }
}
