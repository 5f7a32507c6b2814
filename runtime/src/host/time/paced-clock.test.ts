import { describe, expect, test } from "@jest/globals";
import { ManualClock } from "./manual-clock.js";
import { PacedClock, type PacedClockOptions } from "./paced-clock.js";

/** A paced clock, and the machine's beneath it. */
const start = (options: PacedClockOptions = {}) => {
  const machine = new ManualClock(0);
  const clock = new PacedClock({ start: 1000, ...options }, { elapsed: () => machine.now(), clock: machine });
  return { machine, clock };
};

describe("a paced clock", () => {
  test.each([
    [1, 1100],
    [60, 7000],
    [0.5, 1050],
    [0, 1000],
  ])("at %p times the pace of the machine's", (speed, later) => {
    const { machine, clock } = start({ speed });
    machine.advance(100);
    expect(clock.now()).toBe(later);
  });

  test.each([[-1], [Number.NaN], [Number.POSITIVE_INFINITY], [1_000_001]])("cannot go at %p", (speed) => {
    expect(() => start({ speed })).toThrow(RangeError);
    expect(() => start().clock.setSpeed(speed)).toThrow(RangeError);
  });

  test.each([[new Date("never")], [8.64e15 + 1]])("cannot start at %p", (first) => {
    expect(() => start({ start: first })).toThrow(RangeError);
  });

  test("may begin before 1970", () => {
    expect(start({ start: -1 }).clock.now()).toBe(-1);
  });

  test("runs timers when they fall due by its own time", () => {
    const { machine, clock } = start({ speed: 10 });
    const seen: number[] = [];
    clock.setTimer(() => seen.push(clock.now()), 500);
    machine.advance(49);
    expect(seen).toEqual([]);
    machine.advance(1);
    expect(seen).toEqual([1500]);
  });

  test("stands still, timers and all, until it is moved on", () => {
    const { machine, clock } = start({ speed: 0 });
    const seen: number[] = [];
    clock.setTimer(() => seen.push(clock.now()), 500);
    machine.advance(1_000_000);
    expect([clock.now(), seen]).toEqual([1000, []]);
    clock.advance(499);
    clock.advance(1);
    expect([clock.now(), seen]).toEqual([1500, [1500]]);
  });

  test("goes on from where it is when its pace changes", () => {
    const { machine, clock } = start();
    const seen: number[] = [];
    clock.setTimer(() => seen.push(clock.now()), 1000);
    machine.advance(100);
    clock.setSpeed(0);
    machine.advance(5000);
    expect(clock.now()).toBe(1100);
    clock.setSpeed(100);
    machine.advance(9);
    expect([clock.now(), seen, clock.speed]).toEqual([2000, [2000], 100]);
  });

  test("loses no part of a millisecond, however often it is asked to move", () => {
    const { machine, clock } = start({ speed: 0.25 });
    for (let step = 0; step < 100; step++) {
      machine.advance(1);
      clock.advance(0);
    }
    expect(clock.now()).toBe(1025);
  });

  test("cannot go back, nor to where no date is, and is none the worse for it", () => {
    const { clock } = start({ speed: 0 });
    for (const step of [-1, Number.NaN, Number.POSITIVE_INFINITY, 8.64e15])
      expect(() => clock.advance(step)).toThrow(RangeError);
    expect(clock.now()).toBe(1000);
  });

  test("ends with the last instant that a date can tell", () => {
    const { machine, clock } = start({ start: 8.64e15 - 10 });
    clock.setTimer(() => undefined, 1000);
    machine.advance(5000);
    expect(clock.now()).toBe(8.64e15);
  });

  test("a timer that is taken back does not run", () => {
    const { machine, clock } = start();
    let calls = 0;
    clock.setTimer(() => calls++, 10)();
    machine.advance(20);
    expect(calls).toBe(0);
  });

  test("takes the machine's time", async () => {
    const clock = new PacedClock({ speed: 100 });
    const before = Date.now();
    await new Promise<void>((resolve) => clock.setTimer(resolve, 1000));
    expect(clock.now()).toBeGreaterThanOrEqual(before + 1000 - 100);
  });
});
