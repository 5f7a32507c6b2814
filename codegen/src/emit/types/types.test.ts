import { describe, expect, test } from "@jest/globals";
import { aroundThing, linesBehind } from "../testing/generated-files.js";

/** The lines of the interface `Thing` whose members are given in YAML's flow style. */
const thing = (members: string, others = ""): readonly string[] =>
  linesBehind(
    aroundThing(`  Thing: { type: structure, members: { ${members} } }\n${others}`),
    "src/structures.ts",
    "export interface Thing {",
  );

describe("types of members", () => {
  test.each([
    ["String", "string"],
    ["Boolean", "boolean"],
    ["Byte", "number"],
    ["Short", "number"],
    ["Integer", "number"],
    ["Long", "number"],
    ["Float", "number"],
    ["Double", "number"],
    ["BigInteger", "bigint"],
    ["BigDecimal", "number"],
    ["Blob", "Uint8Array"],
    ["Timestamp", "Date"],
    ["Document", "DocumentType"],
    ["PrimitiveInteger", "number"],
  ])("%s is %s", (target, type) => {
    expect(thing(`A: ${target}`)).toEqual([`A?: ${type} | undefined;`]);
  });

  test.each([
    ["{ type: list, member: String }", "string[]"],
    ["{ type: list, member: String, traits: { sparse: {} } }", "(string | null)[]"],
    ["{ type: map, key: String, value: Integer }", "Record<string, number>"],
    ["{ type: map, key: String, value: Integer, traits: { sparse: {} } }", "Record<string, number | null>"],
    ["{ type: map, key: E, value: Thing }", "Partial<Record<E, Thing>>"],
    ["{ type: list, member: M }", "Record<string, Thing[]>[]"],
    ["{ type: structure, members: {} }", "X"],
  ])("%s is %s", (shape, type) => {
    const others = `  X: ${shape}
  E: { type: enum, members: { A: {} } }
  M: { type: map, key: String, value: L }
  L: { type: list, member: Thing }
`;
    expect(thing("A: X", others)).toEqual([`A?: ${type} | undefined;`]);
  });

  test("names that are no identifiers are impossible, but words of the language are written bare", () => {
    expect(thing("class: String, __proto: String")).toEqual([
      "class?: string | undefined;",
      "__proto?: string | undefined;",
    ]);
  });
});

describe("what must be given", () => {
  const required = "{ target: String, traits: { required: {} } }";

  test("a structure must name the member, but may have nothing in it", () => {
    expect(thing(`A: ${required}, B: String`)).toEqual(["A: string | undefined;", "B?: string | undefined;"]);
  });

  test.each([
    ["input", "A: string | undefined;"],
    ["output", "A?: string | undefined;"],
  ])("a structure that is only %s declares %s", (side, line) => {
    const other = side === "input" ? "output" : "input";
    const shapes = `
  Things: { type: service, version: "1", operations: [DoIt] }
  DoIt: { type: operation, ${side}: In, ${other}: Out, traits: { http: { method: POST, uri: / } } }
  In: { type: structure, members: { Thing: Thing } }
  Out: { type: structure, members: {} }
  Thing: { type: structure, members: { A: ${required} } }
`;
    expect(linesBehind(shapes, "src/structures.ts", "export interface Thing {")).toEqual([line]);
  });

  test("an idempotency token may be left out", () => {
    const token = "{ target: String, traits: { required: {}, idempotencyToken: {} } }";
    expect(thing(`A: ${token}`)).toEqual(["A?: string | undefined;"]);
  });
});

describe("comments of members", () => {
  test("say what the model says, or what it says of the target", () => {
    const own = "{ target: S, traits: { documentation: Mine. } }";
    const others = "  S: { type: string, traits: { documentation: The target's. } }\n";
    expect(thing(`A: ${own}, B: S`, others)).toEqual([
      "/** Mine. */",
      "A?: string | undefined;",
      "/** The target's. */",
      "B?: string | undefined;",
    ]);
  });

  test("do not repeat what is said of a structure", () => {
    const others = "  S: { type: structure, members: {}, traits: { documentation: S's. } }\n";
    expect(thing("A: S", others)).toEqual(["A?: S | undefined;"]);
  });
});

test("an enum is a constant and the union of its values", () => {
  const shapes = aroundThing(`
  Thing: { type: structure, members: { A: E } }
  E: { type: enum, members: { A: {}, B: { traits: { enumValue: "b-b", documentation: The b. } } } }
`);
  expect(linesBehind(shapes, "src/enums.ts", "export const E = {")).toEqual([
    'A: "A",',
    "/** The b. */",
    'B: "b-b",',
  ]);
});

test("members of a union that would be called alike get interfaces of their own", () => {
  const shapes = aroundThing("  Thing: { type: union, members: { a: String, A: Integer } }\n");
  const lines = linesBehind(shapes, "src/structures.ts", "export declare namespace Thing {");
  expect(lines.filter((line) => line.startsWith("export"))).toEqual([
    "export interface AMember {",
    "export interface _AMember {",
    "export interface $UnknownMember {",
  ]);
});
