import { expect, test } from "@jest/globals";
import { foundInService } from "../../testing/model-text.js";
import { renames } from "./renames.js";

test("a new name must be a name, of data, and of one shape", () => {
  const model = `
  Things: { type: service, version: "1", operations: [Get], rename: { A: "bad name", B: Fine, C: Fine, Get: Fetch } }
  Get: { type: operation }
  A: { type: structure }
  B: { type: structure }
  C: { type: structure }`;
  const place = "model.yaml:5:3 com.example#Things";
  expect(foundInService(renames, model)).toEqual([
    `${place} com.example#A is renamed to "bad name", which is no name`,
    `${place} com.example#C is renamed to Fine, as com.example#B is`,
    `${place} com.example#Get is renamed to Fetch, but is of type operation: only data can be renamed`,
  ]);
});
