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
    const help = 'Begin the file with: smithy: "2.0"';
    for (const text of ["", "  \n", "# A comment.\n"]) {
      expect(problems(text)).toEqual([`a.yaml:1:1 the file is empty → ${help}`]);
    }
    expect(problems("- one")).toEqual([`a.yaml:1:1 expected object, found a list → ${help}`]);
  });

  test("of a file that is no model, only that is told", () => {
    const text = '{ "name": "package", "version": "1.0.0", "shapes": 1 }';
    expect(tell(buildModel([{ file: "package.json", text }]).diagnostics)).toEqual([
      'package.json:1:1 "smithy" is missing → Begin the file with: smithy: "2.0"',
    ]);
  });

  test("metadata that a package is made of", () => {
    const problems = (metadata: string): string[] =>
      tell(buildModel([{ file: "a.yaml", text: `smithy: "2.0"\nmetadata: ${metadata}\n` }]).diagnostics);
    expect(problems("{ tinsmith: { package: { name: a, version: 0.1 } } }")).toEqual([
      "a.yaml:2:54 expected string, found 0.1",
    ]);
    expect(problems("{ tinsmith: { pakage: { } } }")).toEqual([
      'a.yaml:2:25 unknown key "pakage" → Did you mean "package"?',
    ]);
    expect(problems('{ tinsmith: { package: { name: A b, version: "1", runtme: x } } }')).toEqual([
      "a.yaml:2:42 expected the name of a package, such as @scope/name",
      "a.yaml:2:56 expected a version, such as 1.2.3",
      'a.yaml:2:61 unknown key "runtme" → Did you mean "runtime"?',
    ]);
    expect(problems('{ tinsmith: { package: { name: "@a/b", version: 1.2.3-rc.1 } }, other: 1 }')).toEqual(
      [],
    );
  });

  test("a namespace is for YAML alone", () => {
    const text = '{ "smithy": "2.0", "namespace": "a.b" }';
    expect(tell(buildModel([{ file: "a.json", text }]).diagnostics)).toEqual([
      'a.json:1:20 unknown key "namespace" → Names in JSON are absolute: com.example#Name.',
    ]);
  });
});

const NAME_IT = "Write the name of a shape, or { target: Name }.";

describe("the structure of shapes", () => {
  test("an unknown type, and none at all", () => {
    expect(told("  A: { type: strukture }\n  B: {}")).toEqual([
      'model.yaml:5:14 com.example#A unknown type "strukture" → Did you mean "structure"?',
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
        `model.yaml:9:12 com.example#A$Two expected object, found 2 → ${NAME_IT}`,
        `model.yaml:10:14 com.example#A$Three expected object, found a list → ${NAME_IT}`,
      ].sort(byColumn),
    );
  });

  test("a reference that is none, in either way of writing", () => {
    expect(
      told("  A: { type: operation, input: 1, errors: [2] }\n  B: { type: list, member: { target: 3 } }"),
    ).toEqual([
      `model.yaml:5:32 com.example#A expected object, found 1 → ${NAME_IT}`,
      `model.yaml:5:44 com.example#A expected object, found 2 → ${NAME_IT}`,
      "model.yaml:6:38 com.example#B expected string, found 3",
    ]);
    const text = '{ "smithy": "2.0", "shapes": { "a.b#A": { "type": "list", "member": "String" } } }';
    expect(tell(buildModel([{ file: "a.json", text }]).diagnostics)).toEqual([
      'a.json:1:69 a.b#A expected object, found "String" → Write it like { "target": "com.example#Name" }.',
    ]);
  });

  test("a section of shapes that is none is told once", () => {
    const text = 'smithy: "2.0"\nnamespace: a.b\nshapes:\n';
    expect(tell(buildModel([{ file: "a.yaml", text }]).diagnostics)).toEqual([
      "a.yaml:3:8 expected object, found null → Write {}, or leave the key out.",
    ]);
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

  test("a namespace that is missing, is none, or is Smithy's own: told once, not for each name", () => {
    const problems = (text: string): string[] => tell(buildModel([{ file: "a.yaml", text }]).diagnostics);
    const two = modelText("  A: { type: string }\n  B: { type: string }");
    expect(problems('smithy: "2.0"\nshapes: { A: { type: string }, B: { type: string } }')).toEqual([
      'a.yaml:2:1 "namespace" is missing → State it once, above the shapes: namespace: com.example.things',
    ]);
    expect(problems(two.replace("com.example", "com/example"))).toEqual([
      'a.yaml:2:12 "com/example" is no namespace → Write it like com.example.things.',
    ]);
    expect(problems(two.replace("com.example", "12"))).toEqual([
      "a.yaml:2:12 expected string, found 12 → Write it like com.example.things.",
    ]);
    expect(problems(two.replace("com.example", "smithy.api"))).toEqual([
      "a.yaml:2:12 the namespace smithy.api is Smithy's own → Define shapes in a namespace of your own.",
    ]);
  });

  test("absolute names need no namespace", () => {
    const text = 'smithy: "2.0"\nshapes: { a.b#A: { type: list, member: smithy.api#String } }';
    expect(tell(buildModel([{ file: "a.yaml", text }]).diagnostics)).toEqual([]);
  });

  test("a shape in Smithy's namespace, and one that is called like a member", () => {
    expect(told("  smithy.api#String: { type: blob }\n  A$b: { type: string }")).toEqual([
      "model.yaml:5:3 smithy.api#String the namespace smithy.api is Smithy's own → Define shapes in a namespace of your own.",
      'model.yaml:6:3 com.example#A$b "A$b" is no shape id → Write it like com.example#Name.',
    ]);
    expect(told("  A$b$c: { type: apply, traits: {} }")).toEqual([
      'model.yaml:5:3 com.example#A$b$c "A$b$c" is no shape id → Write it like com.example#Name.',
    ]);
  });
});

describe("what the parser could not read", () => {
  test("is not said to be missing", () => {
    expect(
      told(
        "  A: *nothing\n  B: { type: structure, members: { x: *nothing } }\n  C: { <<: { type: string } }",
      ),
    ).toEqual([
      "model.yaml:5:6 no anchor &nothing before this alias",
      "model.yaml:6:39 no anchor &nothing before this alias",
      "model.yaml:7:8 YAML 1.2 does not merge keys → Write the keys out.",
    ]);
  });
});

describe("a file that is wrong in part", () => {
  const problems = (...texts: readonly string[]): string[] =>
    tell(buildModel(texts.map((text, index) => ({ file: `${"abc"[index]}.yaml`, text }))).diagnostics);

  test("is read in part: what is wrong in other shapes is told too", () => {
    expect(
      problems(
        modelText(
          "  A: { typ: string }\n  B: { type: structure, mixins: [M] }\n  A$x: { type: apply, traits: {} }",
        ),
        modelText("  C: { type: structure, mixins: [A] }\n  C$y: { type: apply, traits: {} }"),
      ),
    ).toEqual([
      'a.yaml:5:3 com.example#A "type" is missing',
      "a.yaml:6:34 com.example#B the mixin com.example#M does not exist",
    ]);
  });

  test("a file with a syntax error hides nothing but what refers to it", () => {
    expect(
      problems("smithy: [", modelText("  B: { type: structure, mixins: [M] }\n  1C: { type: string }")),
    ).toEqual([
      expect.stringMatching(/^a\.yaml:1:10 /u),
      'b.yaml:6:3 com.example#1C "1C" is no shape id → Write it like com.example#Name.',
    ]);
  });
});

const column = (line: string): number => Number(/:(\d+) /u.exec(line)?.[1]);
const row = (line: string): number => Number(/:(\d+):/u.exec(line)?.[1]);
const byColumn = (a: string, b: string): number => row(a) - row(b) || column(a) - column(b);
