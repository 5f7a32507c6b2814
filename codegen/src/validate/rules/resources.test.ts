import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { resources } from "./resources.js";

const model = (bindings: string): string => `
  Thing: { type: resource, identifiers: { Id: String }, ${bindings} }
  Plain: { type: operation, input: WithId }
  Readonly: { type: operation, input: WithId, traits: { readonly: {} } }
  Idempotent: { type: operation, input: Renamed, traits: { idempotent: {} } }
  Without: { type: operation }
  Loose: { type: operation, input: NotRequired }
  Odd: { type: operation, input: OtherType }
  WithId: { type: structure, members: { Id: { target: String, traits: { required: {} } } } }
  Renamed: { type: structure, members: { Key: { target: String, traits: { required: {}, resourceIdentifier: Id } } } }
  NotRequired: { type: structure, members: { Id: String } }
  OtherType: { type: structure, members: { Id: { target: Text, traits: { required: {} } } } }
  Text: { type: string }
  Child: { type: resource, identifiers: { Other: String } }`;

const said = (bindings: string): string[] =>
  found(resources, model(bindings)).map((line) => line.replace(/^\S+ /u, ""));

test.each(["read", "list"])("%s must be readonly", (lifecycle) => {
  expect(said(`${lifecycle}: Plain`)).toEqual([
    `com.example#Thing "${lifecycle}" binds com.example#Plain, which lacks the trait "readonly" → If it is not readonly, bind it under "operations".`,
  ]);
  expect(said(`${lifecycle}: Readonly`)).toEqual([]);
});

test.each(["put", "delete"])("%s must be idempotent", (lifecycle) => {
  expect(said(`${lifecycle}: Plain`)).toEqual([
    `com.example#Thing "${lifecycle}" binds com.example#Plain, which lacks the trait "idempotent" → If it is not idempotent, bind it under "operations".`,
  ]);
  expect(said(`${lifecycle}: Idempotent`)).toEqual([]);
});

test("operations about one resource must be told which", () => {
  const help = ' → Operations that are not about one resource belong under "collectionOperations".';
  expect(said("operations: [Without, Loose, Odd]")).toEqual(
    [
      "com.example#Thing binds com.example#Without: the input has no member for the identifier Id",
      "com.example#Thing binds com.example#Loose: its member Id, the identifier Id, is not required",
      "com.example#Thing binds com.example#Odd: its member Id is a com.example#Text, the identifier Id a smithy.api#String",
    ].map((line) => line + help),
  );
  expect(said("operations: [Loose]")).toHaveLength(1);
  expect(
    said("operations: [Plain], update: Plain, create: Without, collectionOperations: [Without]"),
  ).toEqual([]);
});

test("a resource within another has its identifiers", () => {
  expect(said("resources: [Child]")).toEqual([
    "com.example#Thing its resource com.example#Child lacks the identifier Id",
  ]);
});
