import { describe, expect, test } from "@jest/globals";
import { modelText, outcomeOfText, tell } from "../../testing/model-text.js";
import { buildModel } from "../load-model.js";

const told = (shapes: string): string[] => tell(outcomeOfText(shapes).diagnostics);

describe("the structure of a file", () => {
  test("a file without version, with an unknown version, with unknown keys", () => {
    const problems = (text: string): string[] => tell(buildModel([{ file: "a.yaml", text }]).diagnostics);
    expect(problems("shapes: {}")).toEqual([
      'a.yaml:1:1 "smithy" is missing → Begin the file with: smithy: "2.0"',
    ]);
    expect(problems("smithy: 2.0")).toEqual([
      'a.yaml:1:9 expected "2.0" or "2" or "1.0" or "1", found 2 → Begin the file with: smithy: "2.0"',
    ]);
    expect(problems('smithy: "2.0"\nshape: {}')).toEqual([
      'a.yaml:2:1 unknown key "shape" → Did you mean "shapes"?',
    ]);
    expect(problems("")).toEqual(["a.yaml:1:1 expected object, found null"]);
    expect(problems("- one")).toEqual(["a.yaml:1:1 expected object, found a list"]);
  });

  test("a namespace is for YAML alone", () => {
    const text = '{ "smithy": "2.0", "namespace": "a.b" }';
    expect(tell(buildModel([{ file: "a.json", text }]).diagnostics)).toEqual([
      'a.json:1:20 unknown key "namespace" → Names in JSON are absolute: com.example#Name.',
    ]);
  });
});

describe("the structure of shapes", () => {
  test("an unknown type, and none at all", () => {
    expect(told("  A: { type: strukture }\n  B: {}")).toEqual([
      expect.stringMatching(
        /^model\.yaml:5:14 com\.example#A expected .*, found "strukture" → Did you mean "structure"\?$/u,
      ),
      'model.yaml:6:3 com.example#B "type" is missing',
    ]);
  });

  test("an unknown key names the nearest, or those that are known", () => {
    expect(told("  A: { type: operation, inputs: B }\n  C: { type: list, member: D, zzz: 1 }")).toEqual([
      'model.yaml:5:25 com.example#A unknown key "inputs" → Did you mean "input"?',
      'model.yaml:6:31 com.example#C unknown key "zzz" → Known here: type, member, traits, mixins.',
    ]);
  });

  test("a member with a wrong key, without a target, or of a wrong kind", () => {
    const problems = told(`
  A:
    type: structure
    members:
      One: { traget: String }
      Two: 2
      Three: [String]`);
    expect(problems).toEqual(
      [
        'model.yaml:8:14 com.example#A$One unknown key "traget" → Did you mean "target"?',
        'model.yaml:8:7 com.example#A$One "target" is missing',
        "model.yaml:9:12 com.example#A$Two expected object, found 2",
        "model.yaml:10:14 com.example#A$Three expected object, found a list",
      ].sort(byColumn),
    );
  });

  test("a list without a member, a map without a key", () => {
    expect(told("  A: { type: list }\n  B: { type: map, value: String }")).toEqual([
      'model.yaml:5:3 com.example#A "member" is missing',
      'model.yaml:6:3 com.example#B "key" is missing',
    ]);
  });

  test("names that Smithy does not allow", () => {
    expect(told("  1A: { type: string }\n  B: { type: structure, members: { c-d: String } }")).toEqual([
      'model.yaml:5:3 com.example#1A "1A" is no shape id → Write it like com.example#Name.',
      'model.yaml:6:36 com.example#B a member cannot be called "c-d" → Names are of letters, digits and underscores, and do not begin with a digit.',
    ]);
  });

  test("a name without a namespace, and a namespace that is none", () => {
    const problems = (text: string): string[] => tell(buildModel([{ file: "a.yaml", text }]).diagnostics);
    expect(problems('smithy: "2.0"\nshapes: { A: { type: string } }')).toEqual([
      'a.yaml:2:11 A "A" is no shape id → State the file\'s namespace.',
    ]);
    expect(problems(modelText("  A: { type: string }").replace("com.example", "com/example"))[0]).toBe(
      'model.yaml:2:12 "com/example" is no namespace → Write it like com.example.things.'.replace(
        "model",
        "a",
      ),
    );
  });
});

const column = (line: string): number => Number(/:(\d+) /u.exec(line)?.[1]);
const row = (line: string): number => Number(/:(\d+):/u.exec(line)?.[1]);
const byColumn = (a: string, b: string): number => row(a) - row(b) || column(a) - column(b);
