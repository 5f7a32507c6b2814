import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { keysKnownTo } from "./schema-keys.js";
import { describeIssues, nameOfValue } from "./zod-issues.js";

/** What is said of a value, as `path: message → help`. */
const said = (schema: z.ZodType, value: unknown): string[] =>
  describeIssues(schema.safeParse(value).error?.issues ?? [], value, (path) => keysKnownTo(schema, path)).map(
    ({ path, part, message, help }) =>
      `${path.join(".")} ${part}: ${message}${help === undefined ? "" : ` → ${help}`}`,
  );

describe("describeIssues", () => {
  test("one thing to correct is said once, though it breaks two rules", () => {
    const code = z.int("expected a whole number").max(999, "expected three digits");
    expect(said(z.strictObject({ code }), { code: 1e30 })).toEqual(["code value: expected a whole number"]);
  });

  test("a wrong key of a map is told in the schema's words", () => {
    const schema = z.record(z.string().regex(/^[A-Z]/u, "expected a capital"), z.unknown());
    expect(said(schema, { done: 1 })).toEqual(["done key: expected a capital"]);
  });

  test("one of many words is suggested, or all are listed as help", () => {
    const option = (type: string) => z.strictObject({ type: z.literal(type) });
    const schema = z.discriminatedUnion("type", [
      option("string"),
      ...["a1", "b2", "c3", "d4", "e5", "f6"].map(option),
    ]);
    expect(said(schema, { type: "strng" })).toEqual([
      'type value: unknown type "strng" → Did you mean "string"?',
    ]);
    expect(said(schema, { type: 1 })).toEqual([
      "type value: unknown type 1 → Known here: string, a1, b2, c3, d4, e5, f6.",
    ]);
  });

  test("names of inherited properties are missing, not there", () => {
    const schema = z.strictObject({ constructor: z.string() });
    expect(said(schema, {})).toEqual(['constructor key: "constructor" is missing']);
  });
});

describe("keysKnownTo", () => {
  const schema = z.record(
    z.string(),
    z.strictObject({ list: z.array(z.strictObject({ one: z.string(), two: z.string() }).optional()) }),
  );

  test("goes through maps, objects, lists and what may be left out", () => {
    expect(keysKnownTo(schema, ["any"])).toEqual(["list"]);
    expect(keysKnownTo(schema, ["any", "list", 3])).toEqual(["one", "two"]);
    expect(said(schema, { any: { list: [{ one: "", tow: "", two: "" }] } })).toEqual([
      'any.list.0.tow key: unknown key "tow" → Did you mean "two"?',
    ]);
  });

  test("are none where the path leads nowhere, or the schema leaves them open", () => {
    expect(keysKnownTo(schema, [])).toEqual([]);
    expect(keysKnownTo(schema, ["any", "other", "deeper"])).toEqual([]);
    expect(keysKnownTo(z.string(), ["a"])).toEqual([]);
  });
});

describe("nameOfValue", () => {
  test.each([
    [Number.POSITIVE_INFINITY, "Infinity"],
    [Number.NaN, "NaN"],
    [null, "null"],
    [{}, "an object"],
    [[], "a list"],
    ["x".repeat(100), `"${"x".repeat(56)}…`],
  ])("of %s is %s", (value, name) => {
    expect(nameOfValue(value)).toBe(name);
  });
});
