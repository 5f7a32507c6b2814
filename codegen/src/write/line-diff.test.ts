import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describeDrift } from "./describe-drift.js";
import { diffLines } from "./line-diff.js";
import { planWrite } from "./plan-write.js";

const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

describe("diffLines", () => {
  test("a line that is changed, added, removed", () => {
    expect(diffLines(text("a", "b", "c"), text("a", "x", "c"))).toEqual({
      added: 1,
      removed: 1,
      first: { line: 2, removed: ["b"], added: ["x"] },
    });
    expect(diffLines(text("a", "c"), text("a", "b", "c"))).toEqual({
      added: 1,
      removed: 0,
      first: { line: 2, removed: [], added: ["b"] },
    });
    expect(diffLines(text("a", "b"), "")).toEqual({
      added: 0,
      removed: 2,
      first: { line: 1, removed: ["a", "b"], added: [] },
    });
  });

  test("of several differences all are counted, and the first is shown", () => {
    expect(diffLines(text("a", "b", "c", "d", "e"), text("a", "B", "c", "D", "D2", "e"))).toEqual({
      added: 3,
      removed: 2,
      first: { line: 2, removed: ["b"], added: ["B"] },
    });
  });

  test("what cannot be seen is made visible", () => {
    expect(diffLines("a", "a\n").first).toEqual({
      line: 2,
      removed: ["(no line break at the end)"],
      added: [],
    });
    expect(diffLines("a\r\n", "a\n").first).toEqual({ line: 1, removed: ["a␍"], added: ["a"] });
  });

  test("counts add up, equal texts have no difference, and either way round is as long", () => {
    const lines = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 }).map((each) => text(...each));
    const length = (each: string): number => each.split("\n").length;
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const { added, removed, first } = diffLines(before, after);
        expect(added - removed).toBe(length(after) - length(before));
        expect(first === undefined).toBe(before === after);
        const back = diffLines(after, before);
        expect([back.added, back.removed]).toEqual([removed, added]);
      }),
    );
  });

  test("texts too long to compare count as replaced", () => {
    const long = (word: string): string =>
      text(...Array.from({ length: 2500 }, (_, index) => `${word} ${index}`));
    expect(diffLines(long("a"), long("b"))).toMatchObject({ added: 2500, removed: 2500 });
  });
});

describe("describeDrift", () => {
  test("a line for each file, the first difference under those that changed, the rest counted", () => {
    const existing = new Map([
      ["same.ts", text("s")],
      ["old.ts", text("o", "p")],
      ["src/a.ts", text("1", "2", "3", "4", "5", "6", "7")],
    ]);
    const next = [
      { path: "src/a.ts", contents: text("1", "x") },
      { path: "new.ts", contents: text("n") },
      { path: "same.ts", contents: text("s") },
    ];
    expect(describeDrift(planWrite(existing, next))).toEqual([
      "changed  src/a.ts  +1 −6 lines",
      "    at line 2:",
      "    - 2",
      "    - 3",
      "    - 4",
      "    - 5",
      "    - … 2 more",
      "    + x",
      "added    new.ts  +1 −0 lines",
      "removed  old.ts  +0 −2 lines",
    ]);
  });
});
