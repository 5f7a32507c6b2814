import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { capitalized, createFileNamer, createNamer, uncapitalized } from "./namer.js";

describe("createNamer", () => {
  test("gives the wanted name if it is free, and else one with underscores before it", () => {
    const namer = createNamer(["Error"]);
    expect(["A", "A", "A", "Error", "_A"].map(namer.take)).toEqual(["A", "_A", "__A", "_Error", "___A"]);
  });

  test("tells names by case, file names not", () => {
    expect(["a", "A"].map(createNamer([]).take)).toEqual(["a", "A"]);
    expect(["a", "A"].map(createFileNamer(["b"]).take)).toEqual(["a", "_A"]);
    expect(createFileNamer(["Index"]).take("index")).toBe("_index");
  });

  test("never gives a name twice, nor a reserved one", () => {
    const names = fc.array(fc.constantFrom<string>("a", "b", "_a", "__a", "A"), { maxLength: 20 });
    fc.assert(
      fc.property(names, names, (reserved, wanted) => {
        const given = wanted.map(createNamer(reserved).take);
        expect(new Set(given).size).toBe(given.length);
        expect(given.filter((name) => reserved.includes(name))).toEqual([]);
      }),
    );
  });
});

test("first letters change, the rest stays", () => {
  expect([capitalized("aBC"), uncapitalized("ABC"), capitalized(""), capitalized("_a")]).toEqual([
    "ABC",
    "aBC",
    "",
    "_a",
  ]);
});
