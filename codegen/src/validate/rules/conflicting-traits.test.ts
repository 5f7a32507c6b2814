import { expect, test } from "@jest/globals";
import { found } from "../../testing/model-text.js";
import { conflictingTraits } from "./conflicting-traits.js";

test("traits that exclude each other", () => {
  const model = `
  A: { type: operation, traits: { readonly: {}, idempotent: {} } }
  B: { type: structure, traits: { input: {}, output: {} } }
  C: { type: structure, traits: { output: {}, error: client } }
  D: { type: list, member: String, traits: { uniqueItems: {}, sparse: {} } }
  E: { type: operation, traits: { readonly: {} } }`;
  const help = "Keep one of the two.";
  expect(found(conflictingTraits, model)).toEqual([
    `model.yaml:5:49 com.example#A the traits "readonly" and "idempotent" exclude each other → ${help}`,
    `model.yaml:6:46 com.example#B the traits "input" and "output" exclude each other → ${help}`,
    `model.yaml:7:47 com.example#C the traits "output" and "error" exclude each other → ${help}`,
    `model.yaml:8:46 com.example#D the traits "sparse" and "uniqueItems" exclude each other → ${help}`,
  ]);
});
