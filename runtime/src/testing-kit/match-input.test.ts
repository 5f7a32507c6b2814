import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { matchInput } from "./match-input.js";

const bytes = (...values: number[]) => new Uint8Array(values);

describe("an input matches", () => {
  test.each([
    ["nothing asked for", {}, { a: 1 }],
    ["a part", { a: 1 }, { a: 1, b: 2 }],
    ["a part of a part", { a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }],
    ["parts of items", { a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }] }],
    ["a member that is not to be there", { a: undefined }, { b: 1 }],
    ["a matcher", { a: expect.any(String) }, { a: "x" }],
    ["a matcher deep down", { a: [{ b: expect.stringContaining("y") }] }, { a: [{ b: "xyz" }] }],
    ["dates", { a: new Date(5) }, { a: new Date(5) }],
    ["bytes", { a: bytes(1, 2) }, { a: bytes(1, 2) }],
    ["what is no number", { a: Number.NaN }, { a: Number.NaN }],
  ])("%s", (_, pattern, actual) => {
    expect(matchInput(pattern, actual, false)).toBe(true);
  });
});

describe("an input does not match", () => {
  test.each([
    ["another value", { a: 1 }, { a: 2 }],
    ["another type", { a: 1 }, { a: "1" }],
    ["a missing member", { a: 1 }, { b: 1 }],
    ["a member that is not to be there", { a: undefined }, { a: 1 }],
    ["fewer items", { a: [1, 2] }, { a: [1] }],
    ["more items", { a: [1] }, { a: [1, 2] }],
    ["an object for a list", { a: [1] }, { a: { 0: 1 } }],
    ["a list for an object", { a: {} }, { a: [] }],
    ["null for an object", { a: {} }, { a: null }],
    ["another date", { a: new Date(5) }, { a: new Date(6) }],
    ["other bytes", { a: bytes(1, 2) }, { a: bytes(1, 3) }],
    ["fewer bytes", { a: bytes(1, 2) }, { a: bytes(1) }],
    ["a matcher that says no", { a: expect.any(String) }, { a: 1 }],
    ["what every object inherits", { toString: expect.any(Function) }, {}],
  ])("%s", (_, pattern, actual) => {
    expect(matchInput(pattern, actual, false)).toBe(false);
  });
});

test("strictly, it has nothing else, at any depth", () => {
  expect(matchInput({ a: { b: 1 } }, { a: { b: 1 } }, true)).toBe(true);
  expect(matchInput({ a: { b: 1 } }, { a: { b: 1, c: 2 } }, true)).toBe(false);
  expect(matchInput({ a: [{}] }, { a: [{ b: 1 }] }, true)).toBe(false);
  expect(matchInput({ a: 1 }, { a: 1, b: undefined }, true)).toBe(true);
});

test("everything matches itself, strictly, and with more around it", () => {
  const input = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(input, fc.jsonValue(), (value, other) => {
      expect(matchInput(value, structuredClone(value), true)).toBe(true);
      expect(matchInput(value, { ...value, "another member": other }, false)).toBe(true);
    }),
    { seed: 5, numRuns: 200 },
  );
});
