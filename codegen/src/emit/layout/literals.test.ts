import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  access,
  array,
  call,
  key,
  literal,
  object,
  propertyName,
  tallArray,
  tallObject,
  text,
} from "./literals.js";
import { print } from "./print.js";

/** What code evaluates to. */
const evaluated = (code: string): unknown => new Function(`return (${code});`)();

describe("literals", () => {
  test("mean what they were made from, whatever is in them", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 5, max: 120 }), (value, width) => {
        expect(JSON.stringify(evaluated(print(literal(value), width)))).toBe(JSON.stringify(value));
      }),
    );
  });

  test("have keys of their own, even __proto__", () => {
    const made = evaluated(
      print(
        object([
          ["__proto__", "1"],
          ["constructor", "2"],
          ["a-b", "3"],
        ]),
      ),
    );
    expect(Object.entries(made as object)).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
      ["a-b", 3],
    ]);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });

  test.each([
    ["a", "a"],
    ["$a_1", "$a_1"],
    ["class", "class"],
    ["1a", '"1a"'],
    ["a-b", '"a-b"'],
    ['a"b', '"a\\"b"'],
    ["", '""'],
    ["__proto__", '["__proto__"]'],
  ])("the key %j is written %s", (name, written) => {
    expect(key(name)).toBe(written);
  });

  test("properties of types and classes need no care about prototypes", () => {
    expect(propertyName("__proto__")).toBe("__proto__");
    expect(propertyName("a b")).toBe('"a b"');
  });

  test("separators that end lines are escaped", () => {
    expect(text("a\u2028b\u2029")).toBe('"a\\u2028b\\u2029"');
  });

  test("empty ones stay on one line", () => {
    expect([object([]), tallObject([]), array([]), tallArray([])].map((fragment) => print(fragment))).toEqual(
      ["{}", "{}", "[]", "[]"],
    );
    expect(print(call("f", []))).toBe("f()");
  });

  test("tall ones never do", () => {
    expect(print(tallObject([["a", "1"]]))).toBe("{\n  a: 1,\n}");
    expect(print(tallArray(["1"]))).toBe("[\n  1,\n]");
  });

  test("properties are read by name or by index", () => {
    expect([access("a", "b"), access("a", "b c")].map(print)).toEqual(["a.b", 'a["b c"]']);
  });
});
