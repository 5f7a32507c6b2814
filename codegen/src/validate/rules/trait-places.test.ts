import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { traitPlaces } from "./trait-places.js";

test("sensitive does not apply to members", () => {
  const model = "  A: { type: structure, members: { b: { target: String, traits: { sensitive: {} } } } }";
  expect(found(traitPlaces, model)).toEqual([
    'model.yaml:5:67 com.example#A$b the trait "sensitive" has no meaning on a structure member → Give the member a shape of its own, and mark that shape sensitive.',
  ]);
});

test("a trait on the wrong kind of shape names the right ones", () => {
  expect(found(traitPlaces, "  A: { type: structure, traits: { http: {}, httpLabel: {} } }")).toEqual([
    'model.yaml:5:35 com.example#A the trait "http" has no meaning on a structure → It belongs on: operation.',
    'model.yaml:5:45 com.example#A the trait "httpLabel" has no meaning on a structure → It belongs on: structure member.',
  ]);
});

test("right places are right", () => {
  const model = `
  A: { type: structure, members: { b: { target: List, traits: { required: {}, length: { min: 1 } } } }, traits: { sensitive: {}, documentation: d } }
  List: { type: list, member: { target: String, traits: { pattern: a } }, traits: { sparse: {} } }
  Enum: { type: enum, members: { A: { traits: { enumValue: a } } }, traits: { length: { min: 1 } } }`;
  expect(found(traitPlaces, model)).toEqual([]);
});
