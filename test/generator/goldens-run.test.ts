import { describe, expect, test } from "@jest/globals";
import { GOLDENS } from "./generate-golden.js";

/** A schema, as far as the tests use it. */
interface Schema {
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly Issue[] };
  };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
}

/** Loads what a golden file exports. */
const load = (path: string): Promise<Readonly<Record<string, Schema>>> =>
  import(`../../${GOLDENS}/${path}`) as Promise<Readonly<Record<string, Schema>>>;

async function schemaOf(path: string, name: string): Promise<Schema> {
  const schema = (await load(path))[name];
  if (schema === undefined) throw new Error(`${path} exports no ${name}.`);
  return schema;
}

/** What is wrong with a value, as `code path`; nothing for a right one. */
const problems = (schema: Schema, value: unknown): readonly string[] =>
  schema
    .safeParse(value)
    .error?.issues.map(({ code, path }) => `${code} ${path.map(String).join(".")}`.trim()) ?? [];

describe("members that every object has", () => {
  const schema = (): Promise<Schema> =>
    schemaOf("hostile/generated/src/schemas/structures.ts", "DeleteSchema");
  const given = { constructor: "given" };

  test("count as absent where they are inherited", async () => {
    expect(problems(await schema(), given)).toEqual([]);
    expect(problems(await schema(), Object.assign(Object.create(null), given))).toEqual([]);
  });

  test("are missed where they are required", async () => {
    expect(problems(await schema(), {})).toEqual(["invalid_type constructor"]);
  });

  test("are checked where they are given", async () => {
    const wrong = { ...given, toString: 1 };
    expect(problems(await schema(), wrong)).toContain("invalid_union toString");
    const right = JSON.parse(
      '{ "constructor": "c", "__proto__": "p", "toString": "s", "hasOwnProperty": 1 }',
    );
    expect(problems(await schema(), right)).toEqual([]);
  });
});

describe("numbers", () => {
  const schema = (): Promise<Schema> =>
    schemaOf("simple-types/generated/src/schemas/structures.ts", "EverythingSchema");

  test.each([
    ["aDouble", [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1.5]],
    ["anInteger", [-2147483648, 2147483647]],
    ["aByte", [-128, 127]],
    ["aShort", [-32768, 32767]],
    ["aLong", [Number.MAX_SAFE_INTEGER]],
    ["aBigInteger", [2n ** 70n]],
    ["aDocument", [null, "text", [1, { a: [true] }]]],
    ["aBlob", [new Uint8Array(), Buffer.from("a")]],
    ["aTimestamp", [new Date(0)]],
  ])("%s takes %p", async (name, values) => {
    for (const value of values)
      expect([value, problems(await schema(), { [name]: value })]).toEqual([value, []]);
  });

  test.each([
    ["aDouble", ["1", null, 1n]],
    ["anInteger", [2147483648, 1.5, Number.NaN, "1"]],
    ["aByte", [128]],
    ["aShort", [-32769]],
    ["aLong", [2 ** 53, 0.5]],
    ["aBigInteger", [1]],
    ["aDocument", [undefined, new Date(0), () => 1].slice(1)],
    ["aBlob", ["text", [1]]],
    ["aTimestamp", [new Date(Number.NaN), "2024-01-01", 0]],
    ["aString", [1, null]],
    ["unknown", [1]],
  ])("%s does not take %p", async (name, values) => {
    for (const value of values)
      expect([value, problems(await schema(), { [name]: value })]).not.toEqual([value, []]);
  });
});

describe("constraints", () => {
  const schema = (): Promise<Schema> =>
    schemaOf("constraints/generated/src/schemas/Measure.ts", "MeasureInputSchema");

  test("hold at their ends and not beyond", async () => {
    const right = { Name: "a", Percent: 100, Ratio: -1.5, Code: "abc", Java: "A/B", Level: 9 };
    expect(problems(await schema(), right)).toEqual([]);
    const wrong = {
      Name: "-",
      Percent: 101,
      Ratio: -1.6,
      Code: "ab",
      Java: "1",
      Level: 2,
      Picture: new Uint8Array(1025),
    };
    expect(problems(await schema(), wrong)).toEqual([
      ...["too_big Percent", "too_small Ratio", "invalid_format Name", "too_small Code", "too_big Picture"],
      ...["invalid_format Java", "too_small Level"],
    ]);
  });
});

describe("unions", () => {
  const schema = (): Promise<Schema> =>
    schemaOf("unions/generated/src/schemas/structures.ts", "ChoiceSchema");

  test("have exactly one member", async () => {
    expect(problems(await schema(), { text: "a" })).toEqual([]);
    expect(problems(await schema(), { choices: [{ number: 1 }, { nothing: {} }] })).toEqual([]);
    expect(problems(await schema(), {})).toEqual(["invalid_union"]);
    expect(problems(await schema(), { text: "a", number: 1 })).toEqual(["invalid_union"]);
    expect(problems(await schema(), { $unknown: ["a", 1] })).toEqual(["invalid_union"]);
  });
});

describe("lists and maps", () => {
  test("have gaps only where the model allows them", async () => {
    const lists = await schemaOf("lists/generated/src/schemas/Sort.ts", "SortInputSchema");
    expect(problems(lists, { Names: ["ab"], Gaps: ["a", null] })).toEqual([]);
    expect(problems(lists, { Names: ["ab", null] })).toEqual(["invalid_type Names.1"]);
    expect(problems(lists, { Names: [] })).toEqual(["too_small Names"]);
  });

  test("need not have every key of an enum, and no other", async () => {
    const maps = await schemaOf("maps/generated/src/schemas/Count.ts", "CountInputSchema");
    expect(problems(maps, { Counts: { a: 1 }, ByDay: { MONDAY: 1 }, Gaps: { a: null } })).toEqual([]);
    expect(problems(maps, { Counts: {}, ByDay: { FRIDAY: 1 } })).toEqual([
      "custom Counts",
      "unrecognized_keys ByDay",
    ]);
  });
});
