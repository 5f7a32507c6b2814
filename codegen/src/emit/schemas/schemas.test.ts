import { describe, expect, test } from "@jest/globals";
import { aroundThing, filesOf, linesBehind } from "../testing/generated-files.js";

/** The schema of the member `A` of a structure, on one line. */
function schemaOfA(member: string, others = ""): string {
  const shapes = aroundThing(`  Thing: { type: structure, members: { A: ${member} } }\n${others}`);
  const lines = linesBehind(shapes, "src/schemas/structures.ts", "  z.strictObject(");
  return lines
    .join("")
    .replace(/,(?=\))|,\}\)\)\(\);$/g, "")
    .replace(/,(?=z)/g, ", ");
}

const needed = (target: string, traits = ""): string =>
  `{ target: ${target}, traits: { required: {}, ${traits} } }`;

describe("the schema of a member", () => {
  test.each([
    ["String", "z.optional(z.string())"],
    [needed("String"), "z.string()"],
    [needed("String", "idempotencyToken: {}"), "z.optional(z.string())"],
    [needed("Boolean"), "z.boolean()"],
    [needed("Integer"), "z.int32()"],
    [needed("Integer", "range: { min: 1, max: 25 }"), "z.int32().check(z.minimum(1), z.maximum(25))"],
    [needed("Byte"), "z.int().check(z.minimum(-128), z.maximum(127))"],
    [needed("Short", "range: { min: 0 }"), "z.int().check(z.minimum(0), z.maximum(32767))"],
    [
      needed("Short", "range: { min: -100000, max: 100000 }"),
      "z.int().check(z.minimum(-32768), z.maximum(32767))",
    ],
    [needed("Long"), "z.int()"],
    [needed("Double"), "doubleSchema"],
    [needed("BigInteger", "range: { max: 5 }"), "z.bigint().check(z.maximum(5n))"],
    [needed("Blob", "length: { max: 2 }"), "z.instanceof(Uint8Array).check(z.maxLength(2))"],
    [needed("Timestamp"), "z.date()"],
    [needed("Document"), "z.json()"],
    [needed("String", 'pattern: "a/b"'), "z.string().check(z.regex(/a\\/b/u))"],
    [needed("String", 'pattern: "(?i)a"'), "z.string().check(z.regex(/a/iu))"],
    [needed("Thing"), "z.lazy((): z.ZodMiniType<Thing> => ThingSchema)"],
    [needed("E"), "z.enum(E)"],
    [needed("E", "length: { min: 1 }"), "z.enum(E)"],
    [needed("String", "length: { min: 1 }"), "z.string().check(z.minLength(1))"],
    [
      needed("Once"),
      "z.array(z.enum(E)).check(z.refine((items) => new Set(items).size === items.length,{ when: ({ value }) => Array.isArray(value) }))",
    ],
    [
      needed("Few"),
      "z.array(z.string()).check(z.minLength(1), z.refine((items) => items.length <= 2, { when: ({ value }) => Array.isArray(value) }))",
    ],
    [needed("Dates"), "z.array(z.date())"],
    [needed("Gaps"), "z.array(z.nullable(z.string()))"],
    [
      needed("Sized"),
      "z.record(z.string(), z.string()).check(z.refine((map) => Object.keys(map).length >= 1, { when: ({ value }) => Object(value) === value }))",
    ],
    [needed("ByE"), "z.partialRecord(z.enum(E), z.string())"],
    [needed("ByName"), "z.record(z.string().check(z.minLength(1)), z.int32())"],
  ])("%s is %s", (member, schema) => {
    const others = `  E: { type: enum, members: { A: {} } }
  Gaps: { type: list, member: String, traits: { sparse: {} } }
  Few: { type: list, member: String, traits: { length: { min: 1, max: 2 } } }
  Once: { type: list, member: E, traits: { uniqueItems: {} } }
  Dates: { type: list, member: Timestamp, traits: { uniqueItems: {} } }
  Sized: { type: map, key: String, value: String, traits: { length: { min: 1 } } }
  ByE: { type: map, key: E, value: String }
  ByName: { type: map, key: Name, value: Integer }
  Name: { type: string, traits: { length: { min: 1 } } }
`;
    expect(schemaOfA(member, others)).toBe(`A: ${schema}`);
  });
});

test("schemas may be dropped by bundlers, with all that is called to make them", () => {
  const shapes = aroundThing(`
  Thing: { type: union, members: { A: Names, B: E, C: Sizes, D: Inner, F: Double } }
  Names: { type: list, member: Name, traits: { length: { min: 1, max: 2 } } }
  Name: { type: string, traits: { pattern: "^a", length: { max: 3 } } }
  Sizes: { type: map, key: String, value: Integer, traits: { length: { max: 3 } } }
  E: { type: enum, members: { A: {} } }
  Inner: { type: structure, members: { constructor: String, F: { target: Double, traits: { range: { min: 1 } } } } }
`);
  const schemas = [...filesOf(shapes)].filter(([path]) => path.startsWith("src/schemas/"));
  const code = schemas.map(([, text]) => text).join("");
  const declarations = code.split("\n").filter((line) => line.startsWith("export const "));
  expect(declarations).toHaveLength(5);
  expect(declarations.filter((line) => !/ = \/\*@__PURE__\*\/ \(\(\) =>$/.test(line))).toEqual([]);
});

test("the schema of doubles is only there where something needs it", () => {
  const without = filesOf(aroundThing("  Thing: { type: structure, members: { A: String } }\n"));
  const within = filesOf(aroundThing("  Thing: { type: list, member: Float }\n"));
  expect(without.has("src/schemas/double.ts")).toBe(false);
  expect(within.has("src/schemas/double.ts")).toBe(true);
});
