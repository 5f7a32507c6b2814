import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { sleep } from "./clock.js";
import { ManualClock } from "./manual-clock.js";
import { SystemClock } from "./system-clock.js";

describe("ManualClock", () => {
  test.each([[-1], [Number.NaN], [Number.POSITIVE_INFINITY]])("cannot advance by %p", (milliseconds) => {
    expect(() => new ManualClock().advance(milliseconds)).toThrow(RangeError);
  });

  test.each([[new Date("never")], [Number.POSITIVE_INFINITY]])("cannot start at %p", (start) => {
    expect(() => new ManualClock(start)).toThrow(RangeError);
  });

  test("does not fall back when a timer moves it on further than it was going", () => {
    const clock = new ManualClock(0);
    const seen: number[] = [];
    clock.setTimer(() => clock.advance(100), 10);
    clock.setTimer(() => seen.push(clock.now()), 15);
    clock.advance(20);
    expect([clock.now(), seen]).toEqual([110, [15]]);
  });

  test("a timer that is taken back does not run", () => {
    const clock = new ManualClock(0);
    let calls = 0;
    const cancel = clock.setTimer(() => calls++, 10);
    cancel();
    clock.advance(20);
    expect(calls).toBe(0);
  });

  test("timers run in order, each at its own instant, and those that they set too", () => {
    const clock = new ManualClock(0);
    const seen: [string, number][] = [];
    clock.setTimer(() => seen.push(["late", clock.now()]), 20);
    clock.setTimer(() => {
      seen.push(["early", clock.now()]);
      clock.setTimer(() => seen.push(["nested", clock.now()]), 5);
      clock.setTimer(() => seen.push(["too late", clock.now()]), 50);
    }, 10);
    clock.setTimer(() => seen.push(["early twin", clock.now()]), 10);
    clock.advance(30);
    expect(seen).toEqual([
      ["early", 10],
      ["early twin", 10],
      ["nested", 15],
      ["late", 20],
    ]);
    expect(clock.now()).toBe(30);
  });

  test("many small steps run the same timers as one large one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.array(fc.nat(20), { minLength: 1 }), (delays, steps) => {
        const run = (moves: readonly number[]): number[] => {
          const clock = new ManualClock(0);
          const seen: number[] = [];
          for (const delay of delays) clock.setTimer(() => seen.push(delay), delay);
          for (const move of moves) clock.advance(move);
          return seen;
        };
        const total = steps.reduce((sum, step) => sum + step, 0);
        expect(run(steps)).toEqual(run([total]));
      }),
    );
  });
});

describe("sleep", () => {
  test("ends with the signal's reason, before and during the wait", async () => {
    const reason = new Error("enough");
    await expect(sleep(new ManualClock(), 1, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const asleep = sleep(new ManualClock(), 1, controller.signal);
    controller.abort(reason);
    await expect(asleep).rejects.toBe(reason);
  });

  test("ends when the clock gets there", async () => {
    const clock = new ManualClock(0);
    const asleep = sleep(clock, 1000);
    clock.advance(1000);
    await asleep;
    expect(clock.now()).toBe(1000);
  });
});

test("SystemClock tells the machine's time and waits by it", async () => {
  const clock = new SystemClock();
  const before = Date.now();
  await sleep(clock, 5);
  expect(clock.now()).toBeGreaterThanOrEqual(before + 4);
});
