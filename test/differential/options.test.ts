import { describe, expect, test } from "@jest/globals";
import { readDifferentialOptions } from "../../scripts/lib/differential-options.js";

const read = (...args: string[]) => readDifferentialOptions(args, 7);

describe("npm run test:differential", () => {
  test("tries a hundred times with a random seed, in all suites", () => {
    expect(read()).toEqual({ runs: 100, seed: 7, suites: [] });
  });

  test("takes runs, seed and suites", () => {
    const asked = { runs: 300, seed: 2147483647, suites: ["requests", "support"] };
    expect(read("--runs", "300", "requests", "--seed=2147483647", "support")).toEqual(asked);
  });

  test.each([
    [["--runs", "0"], '--runs must be a whole number from 1 to 9007199254740991, not "0"'],
    [["--runs", "ten"], 'not "ten"'],
    [["--runs", ""], 'not ""'],
    [["--runs", "1.5"], 'not "1.5"'],
    [["--seed", "2147483648"], "--seed must be a whole number from 1 to 2147483647"],
    [["--runs"], "--runs"],
    [["--speed", "1"], "--speed"],
    [["answers"], 'There is no suite "answers": '],
  ])("explains what is wrong with %j", (args, expected) => {
    expect(() => read(...args)).toThrow(expected);
  });
});
