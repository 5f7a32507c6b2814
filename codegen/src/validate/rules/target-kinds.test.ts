import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { targetKinds } from "./target-kinds.js";

test("each reference must lead to what it is for", () => {
  const lines = found(
    targetKinds,
    `
  Service: { type: service, version: "1", operations: [Text], resources: [Operation], errors: [Plain] }
  Resource: { type: resource, identifiers: { id: Plain }, read: Plain, resources: [Operation] }
  Operation: { type: operation, input: Text, output: Plain, errors: [Plain] }
  Plain: { type: structure, members: { operation: Operation } }
  Text: { type: string }
  Map: { type: map, key: Plain, value: String }
  Enum: { type: enum, members: { A: { target: Text } } }`,
  );
  expect(lines.map((line) => line.replaceAll("com.example#", ""))).toEqual([
    "model.yaml:11:34 Enum$A Text is a string, but must be smithy.api#Unit",
    "model.yaml:10:21 Map$key Plain is a structure, but must be a string",
    "model.yaml:7:40 Operation Text is a string, but must be a structure",
    'model.yaml:7:70 Operation Plain is a structure, but must be a structure with the trait "error"',
    "model.yaml:8:40 Plain$operation Operation is an operation, but must be data",
    "model.yaml:6:50 Resource Plain is a structure, but must be a string",
    "model.yaml:6:65 Resource Plain is a structure, but must be an operation",
    "model.yaml:6:84 Resource Operation is an operation, but must be a resource",
    "model.yaml:5:56 Service Text is a string, but must be an operation",
    "model.yaml:5:75 Service Operation is an operation, but must be a resource",
    'model.yaml:5:96 Service Plain is a structure, but must be a structure with the trait "error"',
  ]);
});

test("a mixin is no target, whatever its type", () => {
  const lines = found(
    targetKinds,
    `
  Get: { type: operation, input: Mixin }
  List: { type: list, member: Mixin }
  Mixin: { type: structure, traits: { mixin: {} } }
  Uses: { type: structure, mixins: [Mixin] }`,
  );
  const message = "com.example#Mixin is a mixin, which other shapes can mix in but not refer to";
  expect(lines).toEqual([
    `model.yaml:5:34 com.example#Get ${message}`,
    `model.yaml:6:23 com.example#List$member ${message}`,
  ]);
});
