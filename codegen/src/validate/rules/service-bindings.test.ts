import { expect, test } from "@jest/globals";
import { foundInService } from "../../testing/model-text.js";
import { serviceBindings } from "./service-bindings.js";

test("an operation or resource has one place in a service", () => {
  const model = `
  Things: { type: service, version: "1", operations: [Get, Get], resources: [One, Two] }
  One: { type: resource, read: Get, operations: [List], resources: [Below] }
  Two: { type: resource, collectionOperations: [List], resources: [Below] }
  Below: { type: resource }
  Get: { type: operation }
  List: { type: operation }
  Other: { type: resource, operations: [Get] }`;
  const told = (by: string, what: string, place: string): string =>
    `com.example#${by} binds com.example#${what}, which is bound already at model.yaml:${place} → Keep one of the two.`;
  expect(foundInService(serviceBindings, model)).toEqual([
    `model.yaml:5:60 ${told("Things", "Get", "5:55")}`,
    `model.yaml:6:32 ${told("One", "Get", "5:55")}`,
    `model.yaml:7:49 ${told("Two", "List", "6:50")}`,
    `model.yaml:7:68 ${told("Two", "Below", "6:69")}`,
  ]);
});
