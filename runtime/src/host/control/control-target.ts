import type { Journal } from "../journal/journal.js";
import type { Clock } from "../time/clock.js";

/** A service that can be told, while it runs, what is to happen next. */
export interface ControlTarget {
  readonly clock: Clock;
  /** How far ahead of its callers' clocks it takes itself to be, in milliseconds. */
  clockSkew: number;
  readonly journal: Journal;
  /** What has been staged and has not happened yet. */
  readonly staged: readonly object[];
  /** Stages all of what is given, or nothing. @throws Error that says what is wrong with it */
  stage(...faults: readonly object[]): void;
  clearStaged(): void;
  /** Everything that is there now, without secrets. */
  snapshot(): object;
}
