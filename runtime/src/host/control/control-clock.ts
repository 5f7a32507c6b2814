import { isRecord } from "../../protocol/shape-access.js";
import { ControlError } from "./control-error.js";
import type { ControlTarget } from "./control-target.js";

/** What a control request may do to a clock; each takes a number. */
const CHANGES: Readonly<Record<string, (target: ControlTarget, value: number) => void>> = {
  advance: ({ clock }, milliseconds) => moved(clock).advance(milliseconds),
  speed: ({ clock }, speed) => paced(clock).setSpeed(speed),
  skew: (target, milliseconds) => {
    target.clockSkew = milliseconds;
  },
};

const NAMES = Object.keys(CHANGES).join(", ");

/** What a service's clock shows. */
export const readClock = ({ clock, clockSkew }: ControlTarget): object => ({
  now: clock.now(),
  ...("speed" in clock ? { speed: clock.speed } : {}),
  skew: clockSkew,
});

/** @throws ControlError with status 400 for what is no change, 409 for one that this clock does not take */
export const controlClock = (target: ControlTarget, body: unknown): object => {
  const [entry, ...more] = isRecord(body) ? Object.entries(body) : [];
  const [name = "", value] = entry ?? [];
  const change = Object.hasOwn(CHANGES, name) ? CHANGES[name] : undefined;
  if (change === undefined || more.length > 0) {
    throw new ControlError(400, `The body must be an object with one of ${NAMES}`);
  }
  if (typeof value !== "number") throw new ControlError(400, `${name} must be a number`);
  try {
    change(target, value);
  } catch (error) {
    throw error instanceof RangeError ? new ControlError(400, error.message) : error;
  }
  return readClock(target);
};

/** Clocks that can be moved on by hand. */
interface MovedClock {
  advance(milliseconds: number): void;
}

/** Clocks whose pace can be set. */
interface PacedClockLike {
  setSpeed(speed: number): void;
}

const moved = (clock: object): MovedClock => {
  if ("advance" in clock) return clock as MovedClock;
  throw new ControlError(409, "This clock cannot be moved on: it is the machine's");
};

const paced = (clock: object): PacedClockLike => {
  if ("setSpeed" in clock) return clock as PacedClockLike;
  throw new ControlError(409, "The pace of this clock cannot be set");
};
