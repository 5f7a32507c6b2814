import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Outcome } from "../../diagnostics/diagnostic.js";
import type { ValuePath } from "../../model/located-traits.js";
import { tell } from "../../testing/model-text.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";
import type { ParsedFile } from "./parsed-file.js";

const told = ({ diagnostics }: Outcome<ParsedFile>): string[] => tell(diagnostics);

const parsed = (outcome: Outcome<ParsedFile>): ParsedFile => {
  if (outcome.ok) return outcome.value;
  throw new Error(told(outcome).join("\n"));
};

const places = ({ locate }: ParsedFile, path: ValuePath): string[] =>
  (["key", "value"] as const).map((part) => {
    const { line, column } = locate(path, part);
    return `${part} ${line}:${column}`;
  });

describe("YAML", () => {
  test("all syntax errors of a file are told, each in one line with its place", () => {
    expect(told(parseYaml("a.yaml", 'one: "a" b\ntwo: 2\nthree: "c" d\n'))).toEqual([
      "a.yaml:1:10 Unexpected scalar at node end",
      "a.yaml:3:12 Unexpected scalar at node end",
    ]);
  });

  test("an indentation by tabs, an unknown alias, an unclosed list", () => {
    expect(told(parseYaml("a.yaml", "one:\n\ttwo: 1\n"))).toEqual([
      "a.yaml:2:1 Tabs are not allowed as indentation",
    ]);
    expect(told(parseYaml("a.yaml", "one: *nobody\n"))[0]).toMatch(/^a\.yaml:\d+:\d+ .*nobody/u);
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
  test("a syntax error has its place, whichever parser finds it", () => {
    expect(told(parseJson("a.json", '{\n  "a": [1,\n}'))[0]).toMatch(/^a\.json:3:1 /u);
    expect(told(parseJson("a.json", '{ "a": foo }'))).toEqual([
      expect.stringMatching(/^a\.json:1:8 not JSON: .* → Correct the JSON, or name the file \.yaml\.$/u),
    ]);
    expect(told(parseJson("a.json", '{\n  "a": 1,\n}'))[0]).toMatch(/^a\.json:3:1 not JSON: /u);
    expect(told(parseJson("a.json", '{ "a": 1 # no\n}'))[0]).toMatch(/^a\.json:1:10 not JSON: /u);
    expect(told(parseJson("a.json", ""))[0]).toMatch(/^a\.json:1:1 not JSON: /u);
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
