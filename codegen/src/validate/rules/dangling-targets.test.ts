import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { danglingTargets } from "./dangling-targets.js";

test("every way to name a shape that does not exist", () => {
  const lines = found(
    danglingTargets,
    `
  Service: { type: service, version: "1", operations: [X1], resources: [X2], errors: [X3], rename: { X4: Y } }
  Resource: { type: resource, identifiers: { id: X5 }, read: X6, properties: { p: XH }, operations: [X7], collectionOperations: [X8], resources: [X9] }
  Operation: { type: operation, input: XA, output: XB, errors: [XC] }
  Structure: { type: structure, members: { member: XD } }
  List: { type: list, member: XE }
  Map: { type: map, key: XF, value: XG }`,
  );
  const names = lines.map((line) => /shape com\.example#(\w+) does not exist/u.exec(line)?.[1]);
  expect(names.sort()).toEqual([
    "X1",
    "X2",
    "X3",
    "X4",
    "X5",
    "X6",
    "X7",
    "X8",
    "X9",
    "XA",
    "XB",
    "XC",
    "XD",
    "XE",
    "XF",
    "XG",
    "XH",
  ]);
});

test("the nearest name is offered, in this namespace or another", () => {
  const lines = found(
    danglingTargets,
    `
  Thing: { type: structure, members: { a: Thign, b: com.exmaple#Thing, c: Strin, d: Nowhere } }`,
  );
  expect(lines).toEqual([
    'model.yaml:5:40 com.example#Thing$a the shape com.example#Thign does not exist → Did you mean "com.example#Thing"?',
    'model.yaml:5:50 com.example#Thing$b the shape com.exmaple#Thing does not exist → Did you mean "com.example#Thing"?',
    'model.yaml:5:72 com.example#Thing$c the shape com.example#Strin does not exist → Did you mean "smithy.api#String"?',
    "model.yaml:5:82 com.example#Thing$d the shape com.example#Nowhere does not exist → Define it, or correct the name.",
  ]);
});

test("the prelude's shapes exist", () => {
  expect(
    found(danglingTargets, "  A: { type: structure, members: { a: String, b: smithy.api#Unit } }"),
  ).toEqual([]);
});
