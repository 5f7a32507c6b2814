import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type Fragment,
  group,
  hardLine,
  ifBroken,
  indented,
  join,
  line,
  softLine,
  stacked,
} from "./fragment.js";
import { array, object, union } from "./literals.js";
import { print } from "./print.js";

const list = (...items: readonly Fragment[]): Fragment =>
  group("[", indented(softLine, join(items, [",", line])), ifBroken(","), softLine, "]");

describe("print", () => {
  test("puts a group on one line if it fits, to the column", () => {
    expect(print(list("aa", "bb"), 8)).toBe("[aa, bb]");
    expect(print(list("aa", "bb"), 7)).toBe("[\n  aa,\n  bb,\n]");
  });

  test("counts what follows the group up to the next possible break", () => {
    expect(print([list("aa"), " = 1;"], 9)).toBe("[aa] = 1;");
    expect(print([list("aa"), " = 1;"], 8)).toBe("[\n  aa,\n] = 1;");
  });

  test("does not count what stands behind a new line", () => {
    expect(print(stacked(list("aa"), "a long line that comes after"), 6)).toBe(
      "[aa]\na long line that comes after",
    );
  });

  test("breaks a group with a new line in it, and the groups around it, but not those beside it", () => {
    const inner = group("{", indented(hardLine, "x"), hardLine, "}");
    expect(print(list(list("a", "b"), inner), 80)).toBe("[\n  [a, b],\n  {\n    x\n  },\n]");
  });

  test("breaks outer groups before inner ones", () => {
    expect(print(list(list("aa", "bb"), list("cc")), 11)).toBe("[\n  [aa, bb],\n  [cc],\n]");
  });

  test("leaves no spaces at the ends of lines", () => {
    expect(print(["a ", hardLine, hardLine, "b"], 80)).toBe("a\n\nb");
    expect(print(["type A = ", union(["aaaa", "bbbb"])], 12)).toBe("type A =\n  | aaaa\n  | bbbb");
  });

  test("lets words stand that fit nowhere", () => {
    expect(print(list("abcdefghij"), 3)).toBe("[\n  abcdefghij,\n]");
  });
});

/** Literals of any nesting. */
const literals = fc.letrec<{ value: Fragment }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom("1", "true", '"text"'),
    fc.array(tie("value"), { maxLength: 4 }).map(array),
    fc.array(fc.tuple(fc.constantFrom("a", "bb", "ccc"), tie("value")), { maxLength: 4 }).map(object),
  ),
})).value;

describe("whatever the width", () => {
  const widths = fc.integer({ min: 1, max: 60 });
  const bare = (code: string): string => code.replace(/\s+/g, "").replace(/,(?=[\]}])/g, "");

  test("breaking changes nothing but white space and trailing commas", () => {
    fc.assert(
      fc.property(literals, widths, (fragment, width) => {
        expect(bare(print(fragment, width))).toBe(bare(print(fragment, Number.MAX_SAFE_INTEGER)));
      }),
    );
  });

  test("what fits on one line stands on one, and no line that could be broken is too long", () => {
    fc.assert(
      fc.property(literals, widths, (fragment, width) => {
        const flat = print(fragment, Number.MAX_SAFE_INTEGER);
        const printed = print(fragment, width);
        if (flat.length <= width) expect(printed).toBe(flat);
        for (const text of printed.split("\n")) {
          if (text.length > width)
            expect(text.trim()).toMatch(/^(?:\w+: )*(?:[\w"]+,?|[[{]|(?:\[\]|\{\}),?|[\]}],?)$/);
        }
      }),
    );
  });
});
