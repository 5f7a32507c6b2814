import { describe, expect, test } from "@jest/globals";
import { interleave } from "../../scripts/bench/rounds.js";
import { exactly, minus, scale, summarize } from "../../scripts/bench/statistics.js";

describe("summarize", () => {
  test("an odd number of measurements has one in the middle", () => {
    expect(summarize([5, 1, 3, 2, 4])).toEqual({ median: 3, lower: 2, upper: 4, runs: 5 });
  });

  test("an even number has the middle between two", () => {
    expect(summarize([4, 1, 3, 2])).toEqual({ median: 2.5, lower: 1.75, upper: 3.25, runs: 4 });
  });

  test("numbers are sorted as numbers, and one that is far off moves nothing", () => {
    expect(summarize([10, 9, 1000])).toMatchObject({ median: 10, lower: 9.5 });
    expect(summarize([10, 9, 8])).toMatchObject({ median: 9 });
  });

  test("one measurement is all three; the measurements stay as they are", () => {
    expect(summarize([7])).toEqual(exactly(7));
    const samples = Object.freeze([3, 1]);
    expect(summarize(samples).runs).toBe(2);
  });

  test("none is an error", () => {
    expect(() => summarize([])).toThrow("no measurements");
  });
});

test("minus and scale keep the spread in proportion", () => {
  const figure = summarize([10, 20, 30]);
  expect(minus(figure, exactly(5))).toEqual({ median: 15, lower: 10, upper: 20, runs: 3 });
  expect(scale(figure, 0.1)).toEqual({ median: 2, lower: 1.5, upper: 2.5, runs: 3 });
});

describe("interleave", () => {
  test("goes there and back, one at a time", async () => {
    const order: string[] = [];
    let running = 0;
    const samples = await interleave(["a", "b", "c"], 3, async (name, round) => {
      expect(++running).toBe(1);
      await Promise.resolve();
      running--;
      order.push(name);
      return `${name}${round}`;
    });
    expect(order.join("")).toBe("abccbaabc");
    expect(samples).toEqual({ a: ["a0", "a1", "a2"], b: ["b0", "b1", "b2"], c: ["c0", "c1", "c2"] });
  });

  test("passes a failure on", async () => {
    const failing = interleave(["a"], 2, () => Promise.reject(new Error("broken")));
    await expect(failing).rejects.toThrow("broken");
  });
});
