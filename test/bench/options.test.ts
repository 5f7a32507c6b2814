import { describe, expect, test } from "@jest/globals";
import { GROUPS, readBenchOptions } from "../../scripts/bench/options.js";

describe("readBenchOptions", () => {
  test("asks for all rows, and for no judgement, where nothing is said", () => {
    expect(readBenchOptions([])).toEqual({ groups: GROUPS, check: false, quick: false });
  });

  test.each([
    [["--only", "types", "bundle"]],
    [["--only", "types", "--only", "bundle"]],
    [["--only", "types,bundle"]],
  ])("%j gives both in the order of measuring", (args) => {
    expect(readBenchOptions([...args, "--check", "--quick"])).toEqual({
      groups: ["bundle", "types"],
      check: true,
      quick: true,
    });
  });

  test.each([
    [["--only", "speed"], 'There are no rows "speed": start, '],
    [["types"], "Say --only types."],
    [["--fast"], "--fast"],
  ])("%j is refused", (args, message) => {
    expect(() => readBenchOptions(args)).toThrow(message);
  });
});
