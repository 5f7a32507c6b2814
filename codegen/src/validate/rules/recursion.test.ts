import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { recursion } from "./recursion.js";

test("lists and maps that contain only each other", () => {
  expect(
    found(recursion, "  A: { type: list, member: B }\n  B: { type: map, key: String, value: A }"),
  ).toEqual([
    "model.yaml:5:3 com.example#A contains itself through lists and maps alone → Put a structure in between.",
  ]);
});

test("structures that require each other", () => {
  const required = (target: string): string => `{ target: ${target}, traits: { required: {} } }`;
  const model = `  A: { type: structure, members: { b: ${required("B")} } }\n  B: { type: structure, members: { a: ${required("A")} } }`;
  expect(found(recursion, model)).toEqual([
    "model.yaml:5:3 com.example#A requires itself, so that it has no value → Make a member on the way optional.",
  ]);
});

test("recursion that can end is right", () => {
  const model = `
  Tree: { type: structure, members: { children: { target: Trees, traits: { required: {} } }, next: Tree, either: Either } }
  Trees: { type: list, member: Tree }
  Either: { type: union, members: { tree: Tree, text: String } }`;
  expect(found(recursion, model)).toEqual([]);
});
