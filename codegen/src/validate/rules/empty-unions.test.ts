import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { emptyUnions } from "./empty-unions.js";

test("a union has a member; a structure, or a union to be mixed in, needs none", () => {
  const model = `
  A: { type: union, members: {} }
  B: { type: union, mixins: [M] }
  M: { type: union, traits: { mixin: {} } }
  S: { type: structure }
  U: { type: union, members: { a: String } }`;
  expect(found(emptyUnions, model)).toEqual([
    "model.yaml:5:3 com.example#A the union has no members",
    "model.yaml:6:3 com.example#B the union has no members",
  ]);
});
