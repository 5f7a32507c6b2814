import { expect, test } from "@jest/globals";
import { NOTHING_UNREAD } from "../../model/unread.js";
import { found, modelOf } from "../../testing/model-text.js";
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

test("a union of one member that leads back", () => {
  expect(
    found(
      recursion,
      "  A: { type: structure, members: { u: { target: U, traits: { required: {} } } } }\n  U: { type: union, members: { a: A } }",
    ),
  ).toEqual([
    "model.yaml:5:3 com.example#A requires itself, so that it has no value → Make a member on the way optional.",
  ]);
});

test("resources that are below each other", () => {
  expect(
    found(
      recursion,
      "  A: { type: resource, resources: [B, C] }\n  B: { type: resource, resources: [A] }\n  C: { type: resource }",
    ),
  ).toEqual([
    'model.yaml:5:3 com.example#A is a resource below itself → Take it out of the "resources" of one of those below it.',
  ]);
});

test("a chain of shapes that is longer than the stack has an end", () => {
  const chain = Array.from({ length: 20_000 }, (_, at) => `  L${at}: { type: list, member: L${at + 1} }`);
  const model = modelOf([...chain, "  L20000: { type: string }"].join("\n"));
  expect(recursion(model, NOTHING_UNREAD)).toEqual([]);
});

test("recursion that can end is right", () => {
  const model = `
  Tree: { type: structure, members: { children: { target: Trees, traits: { required: {} } }, next: Tree, either: Either } }
  Trees: { type: list, member: Tree }
  Either: { type: union, members: { tree: Tree, text: String } }`;
  expect(found(recursion, model)).toEqual([]);
});
