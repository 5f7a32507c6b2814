import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { MemberDescriptor, ShapeDescriptor, StructureDescriptor } from "../descriptors/shape.js";
import { memberOf } from "../testing/codecs.js";
import { readJson, readMembers } from "./json-reader.js";
import { writeJson, writeMembers } from "./json-writer.js";

const token = () => "token-1";
const write = (target: ShapeDescriptor, value: unknown, more: Partial<MemberDescriptor> = {}) =>
  writeJson(memberOf(target, more), value, token);
const read = (target: ShapeDescriptor, value: unknown, more: Partial<MemberDescriptor> = {}) =>
  readJson(memberOf(target, more), value);

const list = (target: ShapeDescriptor, sparse = false): ShapeDescriptor => ({
  kind: "list",
  member: memberOf(target),
  ...(sparse ? { sparse: true } : {}),
});
const map = (target: ShapeDescriptor, sparse = false): ShapeDescriptor => ({
  kind: "map",
  key: { target: "string" },
  value: memberOf(target),
  ...(sparse ? { sparse: true } : {}),
});

const tree: StructureDescriptor = {
  kind: "structure",
  name: "Tree",
  members: {
    Name: { target: "string", jsonName: "name" },
    Children: { target: { kind: "list", member: { target: () => tree } } },
  },
};

const instant = new Date("2020-02-03T04:05:06.789Z");

describe("writing", () => {
  test.each<[string, ShapeDescriptor, unknown, string]>([
    ["a string", "string", 'a"\u0001\u2028', '"a\\"\\u0001\u2028"'],
    ["a boolean", "boolean", false, "false"],
    ["a number", "double", -0.5, "-0.5"],
    ["not a number", "double", Number.NaN, '"NaN"'],
    ["infinity", "float", Number.NEGATIVE_INFINITY, '"-Infinity"'],
    [
      "a number beyond what JavaScript counts",
      "bigInteger",
      123456789012345678901234567890n,
      "123456789012345678901234567890",
    ],
    ["a decimal number", "bigDecimal", "0.10000000000000000000001", "0.10000000000000000000001"],
    ["bytes", "blob", new Uint8Array([0, 250, 255]), '"APr/"'],
    ["an empty blob", "blob", new Uint8Array(), '""'],
    ["a timestamp", "timestamp", instant, "1580702706.789"],
    ["a list", list("integer"), [1, null, undefined, 2], "[1,2]"],
    ["a sparse list", list("integer", true), [1, null], "[1,null]"],
    ["a map", map("string"), { a: "b", c: null, d: undefined }, '{"a":"b"}'],
    ["a sparse map", map("string", true), { a: null }, '{"a":null}'],
    ["an enum", { kind: "enum", name: "E", values: {} }, "ON", '"ON"'],
    ["a document", "document", { a: [1, null, { b: true }], c: undefined }, '{"a":[1,null,{"b":true}]}'],
    [
      "a recursive structure",
      tree,
      { Name: "a", Children: [{ Name: "b" }] },
      '{"name":"a","Children":[{"name":"b"}]}',
    ],
  ])("%s", (_name, target, value, expected) => {
    expect(write(target, value)).toBe(expected);
  });

  test.each([
    ["date-time", '"2020-02-03T04:05:06.789Z"'],
    ["http-date", '"Mon, 03 Feb 2020 04:05:06 GMT"'],
    ["epoch-seconds", "1580702706.789"],
  ] as const)("a timestamp as %s", (timestampFormat, expected) => {
    expect(write("timestamp", instant, { timestampFormat })).toBe(expected);
  });

  test("an invalid date fails instead of sending null", () => {
    expect(() => write("timestamp", new Date(Number.NaN))).toThrow(RangeError);
  });

  test("a structure leaves out what it does not know and what is not set", () => {
    expect(write(tree, { Name: null, Children: undefined, Other: 1 })).toBe("{}");
  });

  test("an idempotency token that is missing is filled in", () => {
    const shape: StructureDescriptor = {
      kind: "structure",
      name: "S",
      members: { T: { target: "string", idempotencyToken: true } },
    };
    expect(writeMembers(shape, {}, token)).toBe('{"T":"token-1"}');
    expect(writeMembers(shape, { T: "mine" }, token)).toBe('{"T":"mine"}');
  });

  test("values of a wrong type, unvalidated, go out as what they are", () => {
    expect(write("string", 5)).toBe("5");
    expect(write(tree, "text")).toBe('"text"');
    expect(write("string", 5n)).toBe("5");
    expect(write("integer", new Date(0))).toBe('"1970-01-01T00:00:00.000Z"');
    expect(write(list("string"), { a: "b" })).toBe('{"a":"b"}');
    expect(write(tree, ["text"])).toBe("{}");
    expect(write("boolean", () => true)).toBe("null");
  });

  test("a map's key may be __proto__", () => {
    const entries = JSON.parse('{"__proto__":"x"}');
    expect(write(map("string"), entries)).toBe('{"__proto__":"x"}');
  });

  test("what JSON.stringify writes for a document, we write", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(write("document", value)).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe("reading", () => {
  test.each<[string, ShapeDescriptor, unknown, unknown]>([
    ["a string", "string", "x", "x"],
    ["special numbers", "double", "-Infinity", Number.NEGATIVE_INFINITY],
    ["a big integer", "bigInteger", "123456789012345678901234567890", 123456789012345678901234567890n],
    ["bytes", "blob", "APr/", new Uint8Array([0, 250, 255])],
    ["a timestamp", "timestamp", 1580702706.789, instant],
    ["a list without its nulls", list("integer"), [1, null, 2], [1, 2]],
    ["a sparse list", list("integer", true), [1, null], [1, null]],
    ["a map without its nulls", map("string"), { a: "b", c: null }, { a: "b" }],
    [
      "a structure",
      tree,
      { name: "a", Name: "b", Children: [{ name: "c", more: 1 }], more: null },
      { Name: "a", Children: [{ Name: "c" }] },
    ],
  ])("%s", (_name, target, value, expected) => {
    expect(read(target, value)).toEqual(expected);
  });

  test.each<[ShapeDescriptor, unknown]>([
    ["string", 5],
    ["boolean", "yes"],
    [tree, "text"],
    [list("string"), { a: 1 }],
    [map("string"), [1]],
    ["integer", "7"],
  ])("a value of another type than %j passes as it is", (target, value) => {
    expect(read(target, value)).toEqual(value);
  });

  test.each<[string, ShapeDescriptor, unknown]>([
    ["a timestamp", "timestamp", "yesterday"],
    ["bytes", "blob", "***"],
    ["a big integer", "bigInteger", "1.5"],
  ])("%s that cannot be read passes as it is", (_name, target, value) => {
    expect(read(target, value)).toBe(value);
  });

  test("prototype keys are keys like any other", () => {
    const body = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"a":1},"name":"a"}');
    const result = read(map("document"), body) as Record<string, unknown>;
    expect(Object.keys(result).sort()).toEqual(["__proto__", "constructor", "name"]);
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(readMembers(tree, body)).toEqual({ Name: "a" });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("a member is not read from what every object inherits", () => {
    const shape: StructureDescriptor = {
      kind: "structure",
      name: "S",
      members: { toString: { target: "string" } } as Record<string, MemberDescriptor>,
    };
    expect(Object.hasOwn(readMembers(shape, {}), "toString")).toBe(false);
    expect(readMembers(shape, { toString: "x" })).toEqual({ toString: "x" });
  });

  test("an unknown variant of a union is kept", () => {
    const union: ShapeDescriptor = {
      kind: "union",
      name: "U",
      members: { A: { target: "string", jsonName: "a" } },
    };
    expect(read(union, { a: "x", __type: "U" })).toEqual({ A: "x" });
    expect(read(union, { __type: "U", later: 1 })).toEqual({ $unknown: ["later", 1] });
  });

  test("what is written is read back", () => {
    const shape: StructureDescriptor = {
      kind: "structure",
      name: "S",
      members: {
        Text: { target: "string", jsonName: "text" },
        Bytes: memberOf("blob"),
        When: memberOf("timestamp", { timestampFormat: "date-time" }),
        Numbers: { target: list("double") },
        Names: { target: map("string") },
        Next: { target: () => shape },
      },
    };
    const date = fc.date({ min: new Date(0), max: new Date("2999-12-31"), noInvalidDate: true });
    const value = fc.letrec((tie) => ({
      S: fc.record(
        {
          Text: fc.string({ unit: "grapheme" }),
          Bytes: fc.uint8Array(),
          When: date,
          Numbers: fc.array(fc.double().map((number) => (number === 0 ? 0 : number))),
          Names: fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
          Next: fc.option(tie("S"), { nil: undefined, depthSize: "small", maxDepth: 3 }),
        },
        { requiredKeys: [] },
      ),
    })).S;
    fc.assert(
      fc.property(value, (input) => {
        const again = read(shape, JSON.parse(write(shape, input)));
        expect(again).toEqual(withoutUndefined(input));
      }),
    );
  });
});

function withoutUndefined(value: unknown): unknown {
  if (
    typeof value !== "object" ||
    value === null ||
    value instanceof Date ||
    ArrayBuffer.isView(value) ||
    Array.isArray(value)
  )
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, withoutUndefined(item)]),
  );
}
