import { describe, expect, test } from "@jest/globals";
import { unreadShapes } from "../../model/unread.js";
import { found, modelOf } from "../../testing/model-text.js";
import { examples } from "./examples.js";

/** An operation with one example, of which the given part is checked. */
const model = (example: string): string => `
  Get: { type: operation, input: In, output: Out, traits: { examples: [{ title: t, ${example} }] } }
  In: { type: structure, members: { Must: { target: String, traits: { required: {} } }, Mode: Mode, Deep: Deep, Any: Document } }
  Out: { type: structure, members: { Must: { target: String, traits: { required: {} } }, Count: Integer } }
  Deep: { type: structure, members: { List: Modes, Map: Map, Either: Either, When: Timestamp, Data: Blob } }
  Mode: { type: enum, members: { ON: {}, OFF: { traits: { enumValue: off } } } }
  Modes: { type: list, member: Mode }
  Map: { type: map, key: Mode, value: Boolean }
  Either: { type: union, members: { a: String, b: String } }
  Gone: { type: structure, members: { Why: String }, traits: { error: client } }`;

const said = (example: string): string[] =>
  found(examples, model(example)).map((line) => line.replace(/^\S+ com\.example#Get /u, ""));

describe("examples", () => {
  test("a problem has the place within the example", () => {
    expect(found(examples, model("input: { Must: a, Mod: ON }"))[0]).toBe(
      'model.yaml:5:102 com.example#Get example 1, input.Mod: com.example#In has no member Mod → Did you mean "Mode"?',
    );
  });

  test.each([
    ["input: {}", "example 1, input: the required member Must is missing"],
    ["documentation: none", "example 1, input: the required member Must is missing"],
    ["input: { Must: 1 }", "example 1, input.Must: expected a string, found 1"],
    ["input: { Must: null }", "example 1, input.Must: expected a string, found null"],
    [
      "input: { Must: a, Mode: OFF }",
      'example 1, input.Mode: com.example#Mode has no value "OFF" → Did you mean "off"?',
    ],
    [
      "input: { Must: a, Mode: 1 }",
      "example 1, input.Mode: com.example#Mode has no value 1 → It has: ON, off.",
    ],
    ["input: { Must: a, Deep: [] }", "example 1, input.Deep: expected an object, found a list"],
    [
      "input: { Must: a, Deep: { List: [ON, [x]] } }",
      "example 1, input.Deep.List.1: com.example#Mode has no value a list → It has: ON, off.",
    ],
    ["input: { Must: a, Deep: { List: ON } }", 'example 1, input.Deep.List: expected a list, found "ON"'],
    [
      "input: { Must: a, Deep: { Map: { ON: 1 } } }",
      "example 1, input.Deep.Map.ON: expected a boolean, found 1",
    ],
    [
      "input: { Must: a, Deep: { Either: { a: x, b: y } } }",
      "example 1, input.Deep.Either: expected one member of the union, found 2",
    ],
    [
      "input: { Must: a, Deep: { When: true } }",
      "example 1, input.Deep.When: expected string or number, found true",
    ],
    [
      "input: { Must: a }, output: { Count: many }",
      'example 1, output.Count: expected a number, found "many"',
    ],
    [
      "input: { Must: a }, error: { shapeId: com.example#Gon }",
      'example 1, error.shapeId: the shape com.example#Gon does not exist → Did you mean "com.example#Gone"?',
    ],
    [
      "input: { Must: a }, error: { shapeId: com.example#Gone, content: { Wy: x } }",
      'example 1, error.content.Wy: com.example#Gone has no member Wy → Did you mean "Why"?',
    ],
  ])("%s", (example, message) => {
    expect(said(example)).toEqual([message]);
  });

  test.each([
    ["Text: aaaa", "Text: the length is 4, but must be at most 3"],
    ["Text: ''", "Text: the length is 0, but must be at least 1"],
    ["Text: B", "Text: the text does not match the pattern ^[a-z]*$"],
    ["Number: 9", "Number: the number is 9, but must be at most 5"],
    ["Number: -1", "Number: the number is -1, but must be at least 0"],
    ["Number: 1.5", "Number: expected a whole number of 32 bits, found 1.5"],
    ["Byte: 200", "Byte: expected a whole number of 8 bits, found 200"],
    ["Items: [a, b, a]", 'Items: the item "a" is there twice'],
    ["Items: []", "Items: the length is 0, but must be at least 1"],
    ["When: soon", 'When: expected a date and time, such as 2020-08-11T00:00:00Z, found "soon"'],
  ])(
    "an input must keep to its constraints, those of members before those of shapes: %s",
    (input, message) => {
      const constrained = (more: string): string => `
  Get: { type: operation, input: In, output: In, traits: { examples: [{ title: t, ${more} }] } }
  In:
    type: structure
    members:
      Text: { target: Text, traits: { length: { min: 1, max: 3 } } }
      Number: Number
      Byte: Byte
      Items: Items
      When: Timestamp
  Text: { type: string, traits: { length: { max: 2 }, pattern: "^[a-z]*$" } }
  Number: { type: integer, traits: { range: { min: 0, max: 5 } } }
  Items: { type: list, member: String, traits: { uniqueItems: {}, length: { min: 1 } } }`;
      const told = (more: string): string[] =>
        found(examples, constrained(more)).map((line) => line.replace(/^.*example 1, input\./u, ""));
      expect(told(`input: { ${input} }`)).toEqual([message]);
      const isOfType = !message.includes("expected");
      // What is no constraint, but the type itself, is wrong everywhere.
      if (isOfType) expect(told(`input: {}, output: { ${input} }`)).toEqual([]);
      expect(told(`input: { ${input} }, allowConstraintErrors: true`)).toHaveLength(isOfType ? 0 : 1);
    },
  );

  test("a member called like what every object inherits is missing where it is not there", () => {
    const inherited = `
  Get: { type: operation, input: In, traits: { examples: [{ title: t, input: {} }] } }
  In: { type: structure, members: { constructor: { target: String, traits: { required: {} } } } }`;
    expect(found(examples, inherited)).toEqual([
      expect.stringContaining("the required member constructor is missing"),
    ]);
  });

  test("an error that could not be read is not said to be missing", () => {
    const wrong = modelOf(model("input: { Must: a }, error: { shapeId: a#Gone }"));
    expect(examples(wrong, unreadShapes(["a#Gone"]))).toEqual([]);
    expect(examples(wrong, unreadShapes([]))).toHaveLength(1);
  });

  test("what fits is right; an output may be shown in part, constraint errors may be shown on purpose", () => {
    const deep = "{ List: [ON, off], Map: { ON: true }, Either: { a: x }, When: 1, Data: abc }";
    expect(said(`input: { Must: a, Mode: off, Deep: ${deep}, Any: [1, { b: null }] }, output: {}`)).toEqual(
      [],
    );
    expect(said("input: {}, allowConstraintErrors: true, error: { shapeId: com.example#Gone }")).toEqual([]);
  });
});
