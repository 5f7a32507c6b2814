import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { defaults } from "./defaults.js";

const said = (shapes: string): string[] =>
  found(defaults, shapes).map((line) => line.replace(/^\S+ \S+ the trait "default"/u, ""));

const ofMember = (target: string, value: string): string[] =>
  said(`
  A: { type: structure, members: { b: { target: ${target}, traits: { default: ${value} } } } }
  List: { type: list, member: String }
  Mode: { type: enum, members: { ON: {} } }
  S: { type: structure }
  U: { type: union, members: { a: String } }`);

test.each([
  ["Integer", "one", ': expected a number, found "one"'],
  ["Integer", "1.5", ": expected a whole number of 32 bits, found 1.5"],
  ["Boolean", "{}", ": expected a boolean, found an object"],
  ["String", "1", ": expected a string, found 1"],
  ["Mode", "OFF", ': com.example#Mode has no value "OFF" → It has: ON.'],
  ["List", "[a]", ": the default of a list can only be empty"],
  ["List", "{}", ": expected a list, found an object"],
  ["S", "{}", ": a structure cannot have a default"],
  ["U", "{ a: x }", ": a union cannot have a default"],
])("a %s cannot be %s by default", (target, value, message) => {
  expect(ofMember(target, value)).toEqual([message]);
});

test.each([
  ["Integer", "1"],
  ["Boolean", "true"],
  ["Boolean", "false"],
  ["String", "''"],
  ["Mode", "ON"],
  ["List", "[]"],
  ["Document", "[1]"],
  ["S", "null"],
  ["Timestamp", "0"],
])("a %s can be %s by default", (target, value) => {
  expect(ofMember(target, value)).toEqual([]);
});

test("a shape's own default has its place, and cannot be null", () => {
  expect(found(defaults, "  A: { type: integer, traits: { default: many } }")).toEqual([
    'model.yaml:5:33 com.example#A the trait "default": expected a number, found "many"',
  ]);
  expect(said("  A: { type: integer, traits: { default: null } }")).toEqual([
    ": expected a number, found null",
  ]);
});
