import { expect, test } from "@jest/globals";
import { parseQuery } from "./message.js";

test.each([
  ["", {}],
  ["a", { a: "" }],
  ["a=", { a: "" }],
  ["a=1&b=2", { a: "1", b: "2" }],
  ["a=1&a=2&a=3", { a: ["1", "2", "3"] }],
  ["a=x%20y+z", { a: "x y+z" }],
  ["a=b=c", { a: "b=c" }],
  ["a=%zz", { a: "%zz" }],
  ["&&a=1&", { a: "1" }],
])("query %j", (query, expected) => {
  expect(parseQuery(query)).toEqual(expected);
});

test("a parameter named __proto__ is data", () => {
  expect(Object.entries(parseQuery("__proto__=x"))).toEqual([["__proto__", "x"]]);
});
