import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { didYouMeanId, nearest } from "./nearest.js";

describe("nearest", () => {
  test.each([
    ["requird", ["required", "readonly"], "required"],
    ["Tpis", ["Tips", "Types"], "Tips"],
    ["appid", ["AppId", "AppIds"], "AppId"],
    ["a", ["b", "cc"], "b"],
    ["Members", ["traits"], undefined],
    ["x", [], undefined],
  ])("%s among %j is %s", (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected);
  });

  test("a candidate itself is always found, and one letter more or less too", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/u), fc.nat(), (name, at) => {
        const index = at % name.length;
        expect(nearest(name, ["0000", name])).toBe(name);
        expect(nearest(name.slice(0, index) + name.slice(index + 1), [name])).toBe(name);
        expect(nearest(`${name.slice(0, index)}0${name.slice(index)}`, [name])).toBe(name);
      }),
    );
  });

  test("of ids the names count: in the same namespace first, in any other then, never the id itself", () => {
    const ids = ["a.b#Thing", "c.d#Thing", "smithy.api#String"];
    expect(didYouMeanId("c.d#Thign", ids)).toBe('Did you mean "c.d#Thing"?');
    expect(didYouMeanId("e.f#Thing", ids)).toBe('Did you mean "a.b#Thing"?');
    expect(didYouMeanId("a.b#Sting", ids)).toBe('Did you mean "smithy.api#String"?');
    expect(didYouMeanId("a.b#Nowhere", ids)).toBeUndefined();
    expect(didYouMeanId("a.b#Thing", ["a.b#Thing"])).toBeUndefined();
  });
});
