import { describe, expect, test } from "@jest/globals";
import type { MemberDescriptor, StructureDescriptor, UnionDescriptor } from "../descriptors/shape.js";
import { REDACTED } from "../protocol/redact.js";
import { ALL_CONSTRAINTS } from "./constraints.js";
import { validate } from "./validate.js";

const structure = (members: Readonly<Record<string, MemberDescriptor>>): StructureDescriptor => ({
  kind: "structure",
  name: "Thing",
  members,
});
const listOf = (member: MemberDescriptor, traits: object = {}): MemberDescriptor => ({
  target: { kind: "list", member, ...traits },
});
const mapOf = (key: MemberDescriptor, value: MemberDescriptor, traits: object = {}): MemberDescriptor => ({
  target: { kind: "map", key, value, ...traits },
});
const text = { target: "string" } as const;
const colour = { kind: "enum", name: "Colour", values: { RED: "RED" } } as const;
const grade = { kind: "intEnum", name: "Grade", values: { ONE: 1 } } as const;
const union: UnionDescriptor = {
  kind: "union",
  name: "Choice",
  members: { Name: text, Colour: { target: colour } },
};

/** What is wrong with a value of a member. */
const issuesOf = (member: MemberDescriptor, value: unknown, switches = ALL_CONSTRAINTS) =>
  validate(structure({ A: member }), { A: value }, switches).issues;

describe.each<[string, MemberDescriptor, readonly unknown[], readonly unknown[]]>([
  ["a byte", { target: "byte" }, [-128, 127, -0], [-129, 128, 1.5, "1", 1n]],
  ["a short", { target: "short" }, [-32_768, 32_767], [-32_769, 32_768]],
  ["an integer", { target: "integer" }, [-(2 ** 31), 2 ** 31 - 1], [-(2 ** 31) - 1, 2 ** 31]],
  ["a long", { target: "long" }, [1 - 2 ** 53, 2 ** 53 - 1], [-(2 ** 53), 2 ** 53, 5n]],
  ["a double", { target: "double" }, [Number.NaN, Infinity, 1.5], ["1", null]],
  ["a double in a range", { target: "double", range: { min: 0, max: 1 } }, [0, 1], [Number.NaN, -0.1, 1.1]],
  ["a double with a minimum alone", { target: "double", range: { min: 0 } }, [Infinity], [Number.NaN, -1]],
  ["a double with a maximum alone", { target: "double", range: { max: 0 } }, [-Infinity], [Number.NaN, 1]],
  ["a big decimal", { target: "bigDecimal" }, [1.5], [Number.NaN, Infinity]],
  ["a big integer", { target: "bigInteger", range: { min: 1 } }, [1n, 2n ** 70n], [0n, 1]],
  [
    "bytes",
    { target: "blob", length: { min: 1, max: 2 } },
    [new Uint8Array(1), Buffer.from("ab")],
    [new Uint8Array(0), new Uint8Array(3), new ArrayBuffer(1), "ab"],
  ],
  ["a stream", { target: "blob", streaming: true, length: { max: 1 } }, ["ab", new Uint8Array(3)], [null]],
  [
    "a text",
    { target: "string", length: { min: 2, max: 2 } },
    ["ab", "𝒳𝒳", "\ud800a"],
    ["𝒳", "𝒳𝒳𝒳", new String("ab")],
  ],
  ["an enum", { target: colour }, ["RED"], ["toString", "red", null]],
  ["an intEnum", { target: grade }, [1], ["1", 2, "ONE"]],
  ["a list", listOf(text), [["a", "a"], []], [[null], [undefined], { 0: "a", length: 1 }]],
  ["a sparse list", listOf(text, { sparse: true }), [["a", null]], [[undefined], [5]]],
  [
    "a list of different items",
    listOf({ target: "integer" }, { uniqueItems: true }),
    [[1, 2]],
    [
      [1, 1],
      [0, -0],
    ],
  ],
  [
    "a map",
    mapOf(text, text),
    [{ a: "b" }, { constructor: "b" }],
    [{ a: null }, { a: undefined }, new Map()],
  ],
  ["a sparse map", mapOf(text, text, { sparse: true }), [{ a: null }], [{ a: undefined }]],
  [
    "a union",
    { target: union },
    [{ Name: "a" }, { Name: "a", Colour: undefined }],
    [{}, { Name: "a", Colour: "RED" }, { Name: null }, { toString: "a" }],
  ],
  [
    "a document",
    { target: "document" },
    [null, "a", [1, { a: true }], Object.create(null), { a: 1, [Symbol("mark")]: 1 }],
    [
      Number.NaN,
      1n,
      { a: undefined },
      [new Date(0)],
      new Map(),
      new Array(1),
      { a: () => 1 },
      new (class Thing {})(),
    ],
  ],
  ["a required member", { target: "string", required: true }, ["a"], [undefined]],
  [
    "a required token, which is made where it is left out",
    { target: "string", required: true, idempotencyToken: true },
    [undefined],
    [null],
  ],
])("%s", (_title, member, right, wrong) => {
  test.each(right.map((value) => [value]))("may be %p", (value) => {
    expect(issuesOf(member, value)).toEqual([]);
  });

  test.each(wrong.map((value) => [value]))("may not be %p", (value) => {
    expect(issuesOf(member, value)).not.toEqual([]);
  });
});

describe("nothing of a secret shows", () => {
  const secret = { target: "string", sensitive: true, length: { max: 3 } } as const;
  const path = `A["${REDACTED}"]`;
  test.each<[string, MemberDescriptor, unknown, string]>([
    ["the key of a map", mapOf(secret, text), { canary: "a" }, path],
    ["the value below such a key", mapOf({ target: "string", sensitive: true }, text), { canary: 5 }, path],
    [
      "the key of a map that is secret itself",
      { ...mapOf(text, text), sensitive: true },
      { canary: 5 },
      path,
    ],
    [
      "an unknown member of a structure",
      { target: { ...structure({}), sensitive: true } },
      { canary: 1 },
      path,
    ],
    ["an unknown member of a union", { target: { ...union, sensitive: true } }, { canary: 1 }, path],
    [
      "an unknown variant in an answer",
      { target: { ...union, sensitive: true } },
      { $unknown: ["canary", 1] },
      path,
    ],
    [
      "a member of a secret union",
      { target: { ...union, sensitive: true } },
      { Colour: "canary" },
      "A.Colour",
    ],
    [
      "a member of a structure within a secret one",
      { target: { ...structure({ B: { target: structure({ C: { target: colour } }) } }), sensitive: true } },
      { B: { C: "canary" } },
      "A.B.C",
    ],
    ["a misspelt value", { target: colour, sensitive: true }, "REX", "A"],
  ])("%s", (_title, member, value, expected) => {
    const issues = issuesOf(member, value);
    expect(issues.map((issue) => issue.path)).toEqual([expected]);
    expect(JSON.stringify(issues)).not.toMatch(/canary|REX|did you mean/);
  });

  test("not even how long it is", () => {
    expect(issuesOf(secret, "canary")).toMatchObject([{ message: "must have at most 3 characters" }]);
  });
});

describe("what is said", () => {
  test("of a bound is the narrower one of the type and the model", () => {
    const wide = { target: "byte", range: { min: -500, max: 500 } } as const;
    expect([200, -200].map((value) => issuesOf(wide, value)[0]?.expected)).toEqual([
      "at most 127",
      "at least -128",
    ]);
    const narrow = { target: "byte", range: { min: 0, max: 5 } } as const;
    expect([200, -200].map((value) => issuesOf(narrow, value)[0]?.expected)).toEqual([
      "at most 5",
      "at least 0",
    ]);
  });

  test("of an unknown variant is its name, which answers hold under `$unknown`", () => {
    expect(issuesOf({ target: union }, { $unknown: ["Later", 1] }).map(({ path }) => path)).toEqual([
      "A.Later",
    ]);
    expect(issuesOf({ target: union }, { $unknown: "Later" }).map(({ path }) => path)).toEqual([
      "A.$unknown",
    ]);
    const known = structure({ B: text });
    expect(issuesOf({ target: known }, { $unknown: ["Later", 1] }).map(({ path }) => path)).toEqual([
      "A.$unknown",
    ]);
  });

  test("of an entry of a map with a wrong key is that the key is wrong", () => {
    const member = mapOf({ target: "string", length: { min: 2 } }, { target: "integer" });
    expect(issuesOf(member, { a: "wrong", ab: "wrong" }).map(({ code, path }) => [path, code])).toEqual([
      ["A.a", "too_small"],
      ["A.ab", "invalid_type"],
    ]);
  });

  test("of a list of holes ends after 100,001", () => {
    expect(issuesOf(listOf(text), new Array(2 ** 32 - 1))).toHaveLength(100_001);
  });
});

test("the copy has what can be sent, and nothing of what is not", () => {
  const shape = structure({
    Name: text,
    Choice: { target: union },
    Tags: mapOf(text, text),
    Names: listOf(text),
  });
  const input = {
    Name: "a",
    Choice: { Name: "b", Colour: undefined },
    Tags: { constructor: "c" },
    Names: Object.assign(["d"], { more: 1 }),
    [Symbol("mark")]: 1,
  };
  const { value, issues } = validate(shape, input, ALL_CONSTRAINTS);
  expect(issues).toEqual([]);
  expect(value).toStrictEqual({ Name: "a", Choice: { Name: "b" }, Tags: { constructor: "c" }, Names: ["d"] });
});
