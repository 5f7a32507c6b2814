import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { StructureDescriptor } from "../descriptors/shape.js";
import { ALL_CONSTRAINTS, type ConstraintSwitches } from "./constraints.js";
import { validate } from "./validate.js";

const level = { kind: "enum", name: "Level", values: { LOW: "LOW", HIGH: "HIGH" } } as const;
const grade = { kind: "intEnum", name: "Grade", values: { ONE: 1, TWO: 2 } } as const;
const tags = { kind: "map", key: { target: "string" }, value: { target: "string" } } as const;
const choice = {
  kind: "union",
  name: "Choice",
  members: { Level: { target: level }, Count: { target: "integer", range: { min: 1 } } },
} as const;

/** One member for each kind of constraint, as the generator writes them. */
const root: StructureDescriptor = {
  kind: "structure",
  name: "MeasureInput",
  members: {
    Name: { target: "string", required: true, length: { min: 2, max: 4 }, pattern: "^[a-z]+$" },
    Percent: { target: "integer", range: { min: 0, max: 100 } },
    Small: { target: "short", range: { max: 7 } },
    Long: { target: "long", range: { max: 7 } },
    Ratio: { target: "double", range: { min: -1.5 } },
    Names: { target: { kind: "list", member: { target: "string" } }, length: { max: 2 } },
    Tags: { target: tags, length: { min: 1, max: 2 } },
    Level: { target: level },
    Must: { target: level, required: true },
    Grade: { target: grade },
    Choice: { target: choice },
  },
};
const right = { Name: "abc", Must: "LOW" };
const off: ConstraintSwitches = { min: false, max: false, pattern: false, enum: false };
const found = (input: object, switches: Partial<ConstraintSwitches>) =>
  validate(root, { ...right, ...input }, { ...ALL_CONSTRAINTS, ...switches }).issues.map(
    ({ path, code }) => `${path} ${code}`,
  );

describe("a constraint that is switched off does not count", () => {
  test.each<[keyof ConstraintSwitches, string, object]>([
    ["min", "Name too_small", { Name: "a" }],
    ["max", "Name too_big", { Name: "abcde" }],
    ["pattern", "Name pattern", { Name: "ABC" }],
    ["min", "Percent too_small", { Percent: -1 }],
    ["max", "Percent too_big", { Percent: 101 }],
    ["max", "Small too_big", { Small: 8 }],
    ["max", "Long too_big", { Long: 2 ** 52 }],
    ["min", "Ratio too_small", { Ratio: -2 }],
    ["max", "Names too_big", { Names: ["a", "b", "c"] }],
    ["min", "Tags too_small", { Tags: {} }],
    ["max", "Tags too_big", { Tags: { a: "1", b: "2", c: "3" } }],
    ["enum", "Level invalid_value", { Level: "MIDDLE" }],
    ["enum", "Must invalid_value", { Must: "MIDDLE" }],
    ["enum", "Grade invalid_value", { Grade: 3 }],
    ["enum", "Choice.Level invalid_value", { Choice: { Level: "MIDDLE" } }],
    ["min", "Choice.Count too_small", { Choice: { Count: 0 } }],
  ])("%s: %s", (kind, issue, input) => {
    expect(found(input, {})).toEqual([issue]);
    expect(found(input, { [kind]: false })).toEqual([]);
    expect(found(input, { ...off, [kind]: true })).toEqual([issue]);
  });
});

describe("what is wrong beyond a constraint stays wrong", () => {
  test.each<[string, object]>([
    ["Name missing", { Name: undefined }],
    ["Name invalid_type", { Name: 5 }],
    ["Must missing", { Must: undefined }],
    ["Level invalid_value", { Level: 5 }],
    ["Grade invalid_value", { Grade: "ONE" }],
    ["Grade invalid_value", { Grade: 1.5 }],
    ["Grade invalid_value", { Grade: 2 ** 31 }],
    ["Percent too_big", { Percent: 2 ** 31 }],
    ["Percent too_small", { Percent: -(2 ** 31) - 1 }],
    ["Percent invalid_type", { Percent: 1.5 }],
    ["Small too_big", { Small: 2 ** 15 }],
    ["Small too_small", { Small: -(2 ** 15) - 1 }],
    ["Other unknown_member", { Other: 1 }],
    ["Choice invalid_type", { Choice: { Level: "LOW", Count: 1 } }],
    ["Choice.Count invalid_type", { Choice: { Count: "1" } }],
    ["Choice.Other unknown_member", { Choice: { Other: 1 } }],
  ])("%s", (issue, input) => {
    expect(new Set(found(input, off))).toEqual(new Set([issue]));
  });
});

test("switches only take issues away, and none of those that they do not name", () => {
  const inputs = fc.record(
    {
      Name: fc.oneof(fc.string({ maxLength: 6 }), fc.integer()),
      Percent: fc.oneof(fc.integer(), fc.double(), fc.string()),
      Small: fc.integer(),
      Level: fc.constantFrom("LOW", "MIDDLE", 1),
      Tags: fc.dictionary(fc.string(), fc.string(), { maxKeys: 4 }),
    },
    { requiredKeys: [] },
  );
  const switches = fc.record({
    min: fc.boolean(),
    max: fc.boolean(),
    pattern: fc.boolean(),
    enum: fc.boolean(),
  });
  const kinds = { too_small: "min", too_big: "max", pattern: "pattern", invalid_value: "enum" } as const;
  fc.assert(
    fc.property(inputs, switches, (input, chosen) => {
      const all = found(input, {});
      const rest = found(input, chosen);
      expect(all).toEqual(expect.arrayContaining(rest));
      for (const issue of all.filter((each) => !rest.includes(each))) {
        const kind = kinds[issue.split(" ")[1] as keyof typeof kinds];
        expect([issue, chosen[kind]]).toEqual([issue, false]);
      }
    }),
  );
});

describe("a pattern", () => {
  const matches = (pattern: string, text: string) => {
    const shape: StructureDescriptor = {
      kind: "structure",
      name: "Thing",
      members: { A: { target: "string", pattern } },
    };
    return validate(shape, { A: text }, ALL_CONSTRAINTS).issues.length === 0;
  };

  test.each<[string, string, boolean]>([
    ["^[a-z]+$", "ab", true],
    ["^[a-z]+$", "A", false],
    // Anywhere in the text, if it does not say otherwise.
    ["b", "abc", true],
    // Characters of Unicode, not halves of them.
    ["^.$", "𝒳", true],
    // Flags of other languages.
    ["(?i)^[a-z]+$", "AB", true],
    ["^(?s).$", "\n", true],
    ["^(?s).$", "ab", false],
    // No Unicode: an escape that it does not know.
    ["^\\-$", "-", true],
    ["^\\-$", "+", false],
    // Nothing that JavaScript reads.
    ["[a-", "anything", true],
  ])("%s, and the text %j: %p", (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
    // It is read once.
    expect(matches(pattern, text)).toBe(expected);
  });
});
