import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { enumValues } from "./enum-values.js";

test("values must be there, of the right kind, and different", () => {
  const model = `
  Empty: { type: enum, members: {} }
  Twice: { type: enum, members: { A: {}, B: { traits: { enumValue: A } } } }
  Kinds: { type: enum, members: { A: { traits: { enumValue: 1 } } } }
  Numbers: { type: intEnum, members: { A: {}, B: { traits: { enumValue: "1" } }, C: { traits: { enumValue: 2 } }, D: { traits: { enumValue: 2 } } } }`;
  expect(found(enumValues, model)).toEqual([
    "model.yaml:5:3 com.example#Empty the enum has no members",
    "model.yaml:7:50 com.example#Kinds$A the value must be a text, found 1",
    'model.yaml:8:40 com.example#Numbers$A lacks the trait "enumValue"',
    'model.yaml:8:62 com.example#Numbers$B the value must be a whole number of 32 bits, found "1"',
    "model.yaml:8:130 com.example#Numbers$D has the same value as C",
    "model.yaml:6:57 com.example#Twice$B has the same value as A",
  ]);
});

test("a text that is empty, a number that is broken or too large, what is neither", () => {
  const told = (type: string, value: string): string[] =>
    found(enumValues, `  A: { type: ${type}, members: { B: { traits: { enumValue: ${value} } } } }`).map(
      (line) => line.replace(/^.* the value /u, ""),
    );
  expect(told("enum", "''")).toEqual(['must be a text, found ""']);
  expect(told("enum", "true")).toEqual(["must be a text, found true"]);
  expect(told("intEnum", "1.5")).toEqual(["must be a whole number of 32 bits, found 1.5"]);
  expect(told("intEnum", "2147483648")).toEqual(["must be a whole number of 32 bits, found 2147483648"]);
  expect(told("intEnum", "-2147483648")).toEqual([]);
});
