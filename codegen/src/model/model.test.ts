import { describe, expect, test } from "@jest/globals";
import { modelOf } from "../testing/model-text.js";
import { LocatedTraits, locateTrait } from "./located-traits.js";
import { shapeName, shapeNamespace } from "./lookup.js";
import { compilePattern } from "./pattern.js";
import { serviceOperations, serviceResources } from "./service-operations.js";

describe("serviceOperations", () => {
  test("are those of the service and of all its resources, each once, sorted; circles end", () => {
    const model = modelOf(`
  Things: { type: service, version: "1", operations: [Z, A], resources: [One] }
  One: { type: resource, create: B, operations: [A], collectionOperations: [C], resources: [Two, One] }
  Two: { type: resource, read: D, resources: [One] }
  A: { type: operation }
  B: { type: operation }
  C: { type: operation }
  D: { type: operation }
  Z: { type: operation }
  Unbound: { type: operation }`);
    const service = model.shapes.get("com.example#Things");
    if (service?.type !== "service") throw new Error("no service");
    expect(serviceOperations(model, service).map(({ id }) => shapeName(id))).toEqual([
      "A",
      "B",
      "C",
      "D",
      "Z",
    ]);
    expect(serviceResources(model, service).map(({ id }) => shapeName(id))).toEqual(["One", "Two"]);
  });
});

describe("ids", () => {
  test("fall into namespace and name", () => {
    expect([shapeNamespace("a.b#C$d"), shapeName("a.b#C$d")]).toEqual(["a.b", "C"]);
  });
});

describe("LocatedTraits", () => {
  const place = (line: number) => () => ({ file: "a.yaml", line, column: 1 });
  const otherwise = { file: "b.yaml", line: 9, column: 9 };

  test("a later trait replaces an earlier one, with its place", () => {
    const traits = new LocatedTraits([
      { id: "a#b", value: 1, locate: place(1) },
      { id: "a#b", value: 2, locate: place(2) },
    ]);
    expect([...traits]).toEqual([["a#b", 2]]);
    expect(locateTrait(traits, "a#b", [], otherwise).line).toBe(2);
    expect(locateTrait(traits, "a#c", [], otherwise)).toBe(otherwise);
    expect(locateTrait(new Map([["a#b", 1]]), "a#b", [], otherwise)).toBe(otherwise);
  });
});

describe("compilePattern", () => {
  test.each([
    ["^a$", "a", true],
    ["^(?s)a.b$", "a\nb", true],
    ["(?i)ABC", "abc", true],
    ["^\\p{L}+$", "é", true],
    ["[\\w-.]", "-", true],
  ])("%s on %j", (source, text, matches) => {
    expect(compilePattern(source)?.test(text)).toBe(matches);
  });

  test("what JavaScript cannot read is nothing", () => {
    expect(compilePattern("(?<a")).toBeUndefined();
  });
});
