import { describe, expect, test } from "@jest/globals";
import { membersOf } from "../../model/lookup.js";
import type { Shape } from "../../model/model.js";
import { modelOf, modelText, outcomeOfText } from "../../testing/model-text.js";
import { buildModel } from "../load-model.js";
import { sameMeaning } from "../merge/same.js";

const shape = (shapes: string, name: string): Shape => {
  const found = modelOf(shapes).shapes.get(`com.example#${name}`);
  if (found === undefined) throw new Error(`${name} is not in the model`);
  return found;
};

const targets = (found: Shape): string[] => membersOf(found).map(({ target }) => target);

describe("the YAML way of writing", () => {
  test("means the same as the JSON AST", () => {
    const yaml = outcomeOfText(`
  Things: { type: service, version: "1", resources: [Thing], operations: [Get], errors: [Gone], rename: { Name: N } }
  Thing: { type: resource, identifiers: { id: String }, read: Get, collectionOperations: [Get], operations: [Get] }
  Get: { type: operation, input: In, errors: [Gone], traits: { readonly: true, http: { method: GET, uri: / } } }
  In: { type: structure, members: { a: Names, b: { target: Map, traits: { required: {} } } } }
  Gone: { type: structure, traits: { error: client } }
  Names: { type: list, member: Name }
  Map: { type: map, key: String, value: { target: Mode, traits: { since: x } } }
  Name: { type: string }
  Mode: { type: enum, members: { A: , B: { traits: { enumValue: b } } } }`);
    const reference = (target: string): object => ({ target });
    const own = (name: string): object => reference(`com.example#${name}`);
    const json = {
      "com.example#Things": {
        type: "service",
        version: "1",
        resources: [own("Thing")],
        operations: [own("Get")],
        errors: [own("Gone")],
        rename: { "com.example#Name": "N" },
      },
      "com.example#Thing": {
        type: "resource",
        identifiers: { id: reference("smithy.api#String") },
        read: own("Get"),
        collectionOperations: [own("Get")],
        operations: [own("Get")],
      },
      "com.example#Get": {
        type: "operation",
        input: own("In"),
        output: reference("smithy.api#Unit"),
        errors: [own("Gone")],
        traits: { "smithy.api#readonly": {}, "smithy.api#http": { method: "GET", uri: "/" } },
      },
      "com.example#In": {
        type: "structure",
        members: { a: own("Names"), b: { ...own("Map"), traits: { "smithy.api#required": {} } } },
      },
      "com.example#Gone": { type: "structure", members: {}, traits: { "smithy.api#error": "client" } },
      "com.example#Names": { type: "list", member: own("Name") },
      "com.example#Map": {
        type: "map",
        key: reference("smithy.api#String"),
        value: { ...own("Mode"), traits: { "smithy.api#since": "x" } },
      },
      "com.example#Name": { type: "string" },
      "com.example#Mode": {
        type: "enum",
        members: {
          A: { ...reference("smithy.api#Unit"), traits: { "smithy.api#enumValue": "A" } },
          B: { ...reference("smithy.api#Unit"), traits: { "smithy.api#enumValue": "b" } },
        },
      },
    };
    const text = JSON.stringify({ smithy: "2.0", shapes: json });
    const other = buildModel([{ file: "model.json", text }]);
    expect(yaml.ok && other.ok && sameMeaning(yaml.value, other.value)).toBe(true);
    expect(yaml.ok && yaml.value.shapes.size).toBe(9);
  });

  test("the short forms are not for JSON", () => {
    const text =
      '{ "smithy": "2.0", "shapes": { "a#B": { "type": "list", "member": "smithy.api#String" } } }';
    expect(buildModel([{ file: "model.json", text }]).ok).toBe(false);
  });

  test("a name is the namespace's own, in whichever file, before it is the prelude's", () => {
    const outcome = buildModel([
      {
        file: "a.yaml",
        text: modelText("  A: { type: structure, members: { b: String, c: Integer, d: Absent } }"),
      },
      { file: "b.yaml", text: modelText("  String: { type: string }") },
    ]);
    const found = outcome.ok ? outcome.value.shapes.get("com.example#A") : undefined;
    expect(found && targets(found)).toEqual([
      "com.example#String",
      "smithy.api#Integer",
      "com.example#Absent",
    ]);
  });

  test("a trait is the prelude's, unless the namespace defines it or it is qualified", () => {
    const found = shape(
      `
  A: { type: string, traits: { since: x, mine: {}, tinsmith#yours: {} } }
  mine: { type: structure, traits: { trait: {} } }
  since: { type: string }`,
      "A",
    );
    expect([...found.traits.keys()]).toEqual(["smithy.api#since", "com.example#mine", "tinsmith#yours"]);
  });

  test("an annotation may be true; a default of true stays what it says", () => {
    const found = shape(
      "  A: { type: structure, members: { b: { target: Boolean, traits: { required: true, default: true } } } }",
      "A",
    );
    expect([...(membersOf(found)[0]?.traits ?? [])]).toEqual([
      ["smithy.api#required", {}],
      ["smithy.api#default", true],
    ]);
  });
});

describe("Smithy 1.0", () => {
  test("a set is a list", () => {
    expect(shape("  A: { type: set, member: String }", "A").type).toBe("list");
  });

  test("a string with named enum values is an enum; without names it stays a string", () => {
    const found = shape(
      "  A: { type: string, traits: { sensitive: {}, enum: [{ value: a-b, name: AB, documentation: Both. }, { value: c, name: C, deprecated: true }] } }",
      "A",
    );
    expect(found.type).toBe("enum");
    expect([...found.traits.keys()]).toEqual(["smithy.api#sensitive"]);
    expect(membersOf(found).map(({ name, traits }) => [name, Object.fromEntries(traits)])).toEqual([
      ["AB", { "smithy.api#enumValue": "a-b", "smithy.api#documentation": "Both." }],
      ["C", { "smithy.api#enumValue": "c", "smithy.api#deprecated": {} }],
    ]);
    expect(shape("  A: { type: string, traits: { enum: [{ value: a }] } }", "A").type).toBe("string");
  });
});

describe("places", () => {
  test("of shapes, members, references in short and long form", () => {
    const found = shape(
      "  Get: { type: operation, input: In, output: { target: Out } }\n  In: { type: structure }",
      "Get",
    );
    const references = found.type === "operation" ? [found, found.input, found.output] : [];
    expect(references.map(({ location: { line, column } }) => [line, column])).toEqual([
      [5, 3],
      [5, 34],
      [5, 56],
    ]);
  });
});
