import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { wholeBounds } from "./whole-bounds.js";

test("the range of a whole number, on a shape or a member, ends at whole numbers", () => {
  const model = `
  A: { type: integer, traits: { range: { min: 0.5, max: 2 } } }
  B: { type: structure, members: { a: { target: Long, traits: { range: { max: 1.5 } } }, b: { target: Double, traits: { range: { max: 1.5 } } } } }
  C: { type: double, traits: { range: { min: 0.5 } } }
  D: { type: integer, traits: { range: { min: -3, max: 1e3 } } }`;
  expect(found(wholeBounds, model)).toEqual([
    'model.yaml:5:42 com.example#A the trait "range" at min: expected a whole number, found 0.5',
    'model.yaml:6:74 com.example#B$a the trait "range" at max: expected a whole number, found 1.5',
  ]);
});
