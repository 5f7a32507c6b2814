import type { Clock } from "./clock.js";
import { LAST_INSTANT, ManualClock } from "./manual-clock.js";
import { SystemClock } from "./system-clock.js";

/** What a {@link PacedClock} begins with. */
export interface PacedClockOptions {
  /** The first instant, in milliseconds since the epoch or as a date; the machine's present one if left out. */
  readonly start?: Date | number | undefined;
  /** How many times as fast as the machine's clock it goes; 0 stands still, 1,000,000 is the most. Default: 1. */
  readonly speed?: number | undefined;
  /** Whether Node may end while somebody waits. Default: false. */
  readonly letsProcessEnd?: boolean | undefined;
}

/** The machine's clocks; a test brings others. */
export interface MachineTime {
  /** Milliseconds that have passed since any one moment, and that never go back. */
  readonly elapsed: () => number;
  readonly clock: Clock;
}

/** A clock that goes as fast as it is told to, stands still, and can be moved on by hand. It never goes back. */
export class PacedClock implements Clock {
  readonly #machine: MachineTime;
  /** Time up to the last change of pace, or the last timer; whoever waits, waits on it. */
  readonly #past: ManualClock;
  #since: number;
  #speed: number;
  #cancel: (() => void) | undefined;

  /** @throws RangeError if `start` is no valid date, or `speed` not from 0 to 1,000,000 */
  constructor(
    { start, speed = 1, letsProcessEnd = false }: PacedClockOptions = {},
    machine: MachineTime = machineTime(letsProcessEnd),
  ) {
    this.#machine = machine;
    this.#past = new ManualClock(start);
    this.#since = machine.elapsed();
    this.#speed = checkSpeed(speed);
  }

  /** How many times as fast as the machine's clock it goes. */
  get speed(): number {
    return this.#speed;
  }

  now(): number {
    return this.#past.now() + this.#lag();
  }

  setTimer(callback: () => void, milliseconds: number): () => void {
    const cancel = this.#past.setTimer(callback, Math.max(0, milliseconds) + this.#lag());
    this.#wait();
    return cancel;
  }

  /** Changes the pace from now on. @throws RangeError if it is not from 0 to 1,000,000 */
  setSpeed(speed: number): void {
    checkSpeed(speed);
    this.#catchUp();
    this.#speed = speed;
    this.#since = this.#machine.elapsed();
    this.#wait();
  }

  /**
   * Moves on at once, and runs the timers that fall due.
   *
   * @throws RangeError if told to go back, or beyond what a date can tell
   */
  advance(milliseconds: number): void {
    this.#catchUp();
    this.#past.advance(milliseconds);
    this.#wait();
  }

  /** Whole milliseconds that have passed and that `#past` does not know of yet. */
  #lag(): number {
    const lag = Math.floor((this.#machine.elapsed() - this.#since) * this.#speed);
    return Math.min(lag, LAST_INSTANT - this.#past.now());
  }

  #catchUp(): void {
    const lag = this.#lag();
    // Before the timers run, which ask for the time; what is less than a millisecond is kept.
    if (this.#speed > 0) this.#since += lag / this.#speed;
    this.#past.advance(lag);
  }

  #wait(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const due = this.#past.due;
    if (due === undefined || this.#speed === 0) return;
    const delay = (due - this.now()) / this.#speed;
    this.#cancel = this.#machine.clock.setTimer(() => this.advance(0), Math.ceil(delay));
  }
}

/** Twelve days a second. */
const MAXIMAL_SPEED = 1_000_000;

const machineTime = (letsProcessEnd: boolean): MachineTime => ({
  elapsed: () => performance.now(),
  clock: new SystemClock(letsProcessEnd),
});

const checkSpeed = (speed: number): number => {
  if (speed >= 0 && speed <= MAXIMAL_SPEED) return speed;
  throw new RangeError(`PacedClock: speed must be a number from 0 to ${MAXIMAL_SPEED}, is ${speed}`);
};
