import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Attempt } from "../../diagnostics/attempt.js";
import type { ValuePath } from "../../model/located-traits.js";
import { tell } from "../../testing/model-text.js";
import { findJsonError } from "./json-syntax.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import type { ParsedFile } from "./parsed-file.js";

const told = ({ diagnostics }: Attempt<ParsedFile>): string[] => tell(diagnostics);

const parsed = (attempt: Attempt<ParsedFile>): ParsedFile => {
  if (attempt.value !== undefined) return attempt.value;
  throw new Error(told(attempt).join("\n"));
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const places = ({ locate }: ParsedFile, path: ValuePath): string[] =>
  (["key", "value"] as const).map((part) => {
    const { line, column } = locate(path, part);
    return `${part} ${line}:${column}`;
  });

describe("YAML", () => {
  test("all syntax errors of a file are told, each in one line with its place", () => {
    const help = 'Quote a text that has one of { } [ ] , # in it, or ": ".';
    expect(told(parseYaml("a.yaml", 'one: "a" b\ntwo: 2\nthree: "c" d\n'))).toEqual([
      `a.yaml:1:10 Unexpected scalar at node end → ${help}`,
      `a.yaml:3:12 Unexpected scalar at node end → ${help}`,
    ]);
  });

  test("what is unexpected only since the parser has lost its way is not told", () => {
    expect(told(parseYaml("a.yaml", "one: { uri: /a/{Id}, two: 2 }\nthree: 3\nfour: { five: 5 }\n"))).toEqual(
      [
        'a.yaml:1:16 Unexpected flow-map-start at node end → Quote a text that has one of { } [ ] , # in it, or ": ".',
      ],
    );
    expect(told(parseYaml("a.yaml", "one:\n  two: 2\n   three: 3\n   four: 4\nfive: 5\n"))).toEqual([
      "a.yaml:2:8 Nested mappings are not allowed in compact mappings → Look at the indentation of this line and of those before it.",
    ]);
    expect(told(parseYaml("a.yaml", "one: { two: 'three\n"))).toEqual(["a.yaml:2:1 Missing closing 'quote"]);
  });

  test("a second document, a key that is no text, a tag, a directive that asks for YAML 1.1", () => {
    expect(told(parseYaml("a.yaml", "one: 1\n---\ntwo: 2\n"))).toEqual([
      "a.yaml:2:1 a second document begins here → Give each document a file of its own.",
    ]);
    expect(told(parseYaml("a.yaml", "{ [a]: 1 }"))).toEqual(["a.yaml:1:3 a key must be a text"]);
    expect(told(parseYaml("a.yaml", "one: !!set { a, b }"))).toEqual([
      "a.yaml:1:6 Unresolved tag: tag:yaml.org,2002:set",
    ]);
    expect(parsed(parseYaml("a.yaml", "%YAML 1.1\n---\none: no\n")).value).toEqual({ one: "no" });
  });

  test("aliases stand for what came before them; one that never ends, or means nothing, is told", () => {
    expect(parsed(parseYaml("a.yaml", "one: &x [1]\ntwo: *x\n")).value).toEqual({ one: [1], two: [1] });
    expect(told(parseYaml("a.yaml", "one: *x\ntwo: &x 1\n"))).toEqual([
      "a.yaml:1:6 no anchor &x before this alias",
    ]);
    expect(told(parseYaml("a.yaml", "one: &x { two: *x }\n"))).toEqual([
      "a.yaml:1:16 the alias *x stands within what it refers to",
    ]);
  });

  test("aliases of aliases that multiply beyond measure are told once", () => {
    const ten = (name: string): string => `[${Array.from({ length: 10 }, () => name).join(", ")}]`;
    const lines = [
      "a: &a x",
      ..."bcdefghi".split("").map((key, at) => `${key}: &${key} ${ten(`*${"abcdefgh"[at]}`)}`),
    ];
    expect(told(parseYaml("a.yaml", lines.join("\n")))).toEqual([
      expect.stringMatching(/^a\.yaml:\d:\d+ aliases multiply beyond measure/u),
    ]);
  });

  test("what is nested beyond measure is told, not followed", () => {
    const deep = (levels: number): string => `one: ${"[".repeat(levels)}${"]".repeat(levels)}`;
    expect(told(parseYaml("a.yaml", deep(199)))).toEqual([]);
    expect(told(parseYaml("a.yaml", deep(300)))).toEqual(["a.yaml:1:206 nested more than 200 deep"]);
    expect(told(parseYaml("a.yaml", deep(50_000)))).toEqual([expect.stringContaining("nested too deeply")]);
  });

  test("a key without a value in braces, a merge key, a key that JavaScript keeps for itself", () => {
    expect(told(parseYaml("a.yaml", "{ one: The name, or the id, two: 2 }"))).toEqual([
      'a.yaml:1:18 the key "or the id" has no value → A text within { … } must be quoted if it has a comma.',
    ]);
    expect(told(parseYaml("a.yaml", "one: &x { a: 1 }\ntwo: { <<: *x }\n"))).toEqual([
      "a.yaml:2:8 YAML 1.2 does not merge keys → Write the keys out.",
    ]);
    expect(told(parseYaml("a.yaml", "__proto__: 1\n"))).toEqual([
      'a.yaml:1:1 nothing can be called "__proto__" → Choose another name.',
    ]);
    expect(parsed(parseYaml("a.yaml", "one:\ntwo: { three: }\n")).value).toEqual({
      one: null,
      two: { three: null },
    });
  });

  test("a control character", () => {
    expect(told(parseYaml("a.yaml", 'one: 1\ntwo: "a\u0007b"\n'))).toEqual([
      "a.yaml:2:8 the control character U+0007 → Within double quotes it can be written \\u0007.",
    ]);
    expect(told(parseYaml("a.yaml", 'one: "a\\u0007\tb"\r\n'))).toEqual([]);
  });

  test("of a key that is there twice, the first is read and found", () => {
    const file = parsed(parseYaml("a.yaml", "one: 1\none: 2\n"));
    expect(file.value).toEqual({ one: 1 });
    expect(places(file, ["one"])).toEqual(["key 1:1", "value 1:6"]);
  });

  test("an indentation by tabs, an unclosed list", () => {
    expect(told(parseYaml("a.yaml", "one:\n\ttwo: 1\n"))).toEqual([
      "a.yaml:2:1 Tabs are not allowed as indentation",
    ]);
    expect(told(parseYaml("a.yaml", "one: [1,\n"))[0]).toMatch(/^a\.yaml:\d+:\d+ /u);
  });

  test("a key that is there twice is told with the place of the first", () => {
    expect(told(parseYaml("a.yaml", "one: 1\ntwo: { b: 1, b: 2 }\none: 2\n"))).toEqual([
      'a.yaml:2:14 the key "b" is already at 2:8 → Keep one of the two.',
      'a.yaml:3:1 the key "one" is already at 1:1 → Keep one of the two.',
    ]);
  });

  test("it is YAML 1.2: ON, NO and off are words", () => {
    expect(parsed(parseYaml("a.yaml", "{ a: ON, b: NO, c: off, d: true }")).value).toEqual({
      a: "ON",
      b: "NO",
      c: "off",
      d: true,
    });
  });

  test("an empty file has no value", () => {
    expect(parsed(parseYaml("a.yaml", "")).value).toBeNull();
  });

  test("places of keys, values and items, through aliases too; of what is missing, the nearest place around", () => {
    const file = parsed(parseYaml("a.yaml", "one: &x\n  two: [1, 22]\nthree: *x\n"));
    expect(places(file, ["one"])).toEqual(["key 1:1", "value 2:3"]);
    expect(places(file, ["one", "two", 1])).toEqual(["key 2:12", "value 2:12"]);
    expect(places(file, ["three", "two"])).toEqual(["key 2:3", "value 2:8"]);
    expect(places(file, ["one", "absent", "deeper"])).toEqual(["key 1:1", "value 2:3"]);
  });
});

describe("JSON", () => {
  test.each([
    ["", "1:1", "expected a value, found nothing"],
    ['{\n  "a": [1,\n}', "3:1", 'expected a value, found "}"'],
    ['{ "a": foo }', "1:8", 'expected a value, found "foo"'],
    ['{\n  "a": 1,\n}', "3:1", 'expected a key in double quotes, found "}"'],
    ["{ 'a': 1 }", "1:3", 'expected a key in double quotes or }, found "\'"'],
    ['{ "a": 1 # no\n}', "1:10", 'expected a comma or }, found "#"'],
    ['{ "a" 1 }', "1:7", 'expected a colon, found "1"'],
    ["[1 2]", "1:4", 'expected a comma or ], found "2"'],
    ["[1,]", "1:4", 'expected a value, found "]"'],
    ["[1]]", "1:4", 'expected the end of the file, found "]"'],
    ["{}\n{}", "2:1", 'expected the end of the file, found "{"'],
    ["[01]", "1:3", 'expected a comma or ], found "1"'],
    ["[NaN]", "1:2", 'expected a value or ], found "NaN"'],
    ['["a\nb"]', "1:2", 'expected a value or ], found "\\""'],
    ['{ "a": [', "1:9", "expected a value or ], found nothing"],
  ])("%j is wrong at %s", (text, place, message) => {
    expect(told(parseJson("a.json", text))).toEqual([
      `a.json:${place} not JSON: ${message} → Correct the JSON, or name the file .yaml.`,
    ]);
  });

  test("whatever the engine does not take for JSON is wrong at some place, and nothing else is", () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom("", "}", ",", '"', "x", "\u0001"),
        (text, at, more) => {
          const index = at % (text.length + 1);
          const changed = `${text.slice(0, index)}${more}${text.slice(index + (more === "" ? 1 : 0))}`;
          expect(findJsonError(changed) === undefined).toBe(isJson(changed));
        },
      ),
    );
  });

  test("what is nested beyond measure, or called __proto__, is told", () => {
    expect(told(parseJson("a.json", `${"[".repeat(300)}${"]".repeat(300)}`))).toEqual([
      "a.json:1:202 nested more than 200 deep",
    ]);
    expect(told(parseJson("a.json", '{ "__proto__": 1 }'))).toEqual([
      'a.json:1:3 nothing can be called "__proto__" → Choose another name.',
    ]);
  });

  test("a key that is there twice is found, escapes and colons in texts notwithstanding", () => {
    expect(told(parseJson("a.json", '{ "a": { "x": "\\":", "x": 2 } }'))).toEqual([
      'a.json:1:22 the key "x" is already at 1:10 → Keep one of the two.',
    ]);
    expect(told(parseJson("a.json", '{ "a": "b\\":", "c": ["\\\\", ":"] }'))).toEqual([]);
  });

  test("whatever JSON can write is read, and never taken for a double key", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        fc.pre(!text.includes("__proto__"));
        const value: unknown = JSON.parse(text);
        expect(parsed(parseJson("a.json", JSON.stringify(value, undefined, indent))).value).toEqual(value);
      }),
    );
  });

  test("places are found although JSON.parse keeps none", () => {
    const file = parsed(parseJson("a.json", '{\n  "a": { "b": [true] }\n}'));
    expect(places(file, ["a", "b", 0])).toEqual(["key 2:16", "value 2:16"]);
    expect(places(file, ["a", "b"])).toEqual(["key 2:10", "value 2:15"]);
  });
});
