import { basename } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findShape, membersOf } from "../model/lookup.js";
import type { Model } from "../model/model.js";
import { modelText, tell } from "../testing/model-text.js";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";
import { buildModel, loadModel, type ModelText } from "./load-model.js";

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder.remove());

/** Loads files of a folder; the folder's own path is cut from what is told. */
const load = async (files: Readonly<Record<string, string>>, paths: readonly string[] = [""]) => {
  const path = await folder.write(files);
  const outcome = await loadModel(paths.map((each) => `${path}/${each}`));
  return { outcome, told: tell(outcome.diagnostics).map((line) => line.replaceAll(`${path}/`, "")) };
};

describe("files", () => {
  test("a path that leads nowhere is named", async () => {
    const { told } = await load({}, ["absent.yaml"]);
    expect(told).toEqual(["absent.yaml:1:1 no such file or folder → Check what is given to --model."]);
  });

  test("a file that is no model is refused where it was asked for", async () => {
    const { told } = await load({ "notes.txt": "" }, ["notes.txt"]);
    expect(told).toEqual(["notes.txt:1:1 not a model file → A model is written in .yaml, .yml or .json."]);
  });

  test("a folder without a model is named", async () => {
    const { told } = await load({ "sub/notes.txt": "" }, ["sub"]);
    expect(told).toEqual(["sub:1:1 no .yaml, .yml or .json file in this folder"]);
  });

  test("folders are searched with their sub-folders, hidden ones aside; a file that is given twice counts once", async () => {
    const files = {
      "a.yaml": modelText("  A: { type: string }"),
      "deep/er/b.yml": modelText("  B: { type: string }"),
      "c.json": '{ "smithy": "2.0", "shapes": { "com.example#C": { "type": "string" } } }',
      ".hidden/d.yaml": "{",
      "notes.txt": "",
    };
    const { outcome } = await load(files, ["", "a.yaml"]);
    expect(outcome.ok && [...outcome.value.model.shapes.keys()]).toEqual([
      "com.example#A",
      "com.example#B",
      "com.example#C",
    ]);
  });

  test("TypeScript of extensions folders is collected as it is, tests aside, and never read as a model", async () => {
    const { outcome } = await load({
      "a.yaml": modelText("  A: { type: string }"),
      "extensions/local.ts": "export const one = 1;\n",
      "extensions/local/jobs.ts": "export const two = 2;\n",
      "extensions/local/jobs.test.ts": "test",
      "extensions/tsconfig.json": "{}",
    });
    const extensions = outcome.ok ? outcome.value.extensions : [];
    expect(extensions.map(({ path, contents }) => [path, contents])).toEqual([
      ["local.ts", "export const one = 1;\n"],
      ["local/jobs.ts", "export const two = 2;\n"],
    ]);
    expect(extensions.map(({ file, source }) => [file, source])).toEqual(
      ["extensions/local.ts", "extensions/local/jobs.ts"].map((path) => [
        `${folder.path}/${path}`,
        `${basename(folder.path)}/${path}`,
      ]),
    );
  });

  test("two extensions that would become one file are a problem", async () => {
    const { told } = await load(
      {
        "one/a.yaml": modelText("  A: { type: string }"),
        "one/extensions/local.ts": "",
        "two/extensions/local.ts": "",
      },
      ["one", "two"],
    );
    expect(told).toEqual([
      "two/extensions/local.ts:1:1 becomes the same file as one/extensions/local.ts → Give one another name.",
    ]);
  });
});

describe("many files", () => {
  test("a shape that two files define differently is named with both places", async () => {
    const { told } = await load({
      "a.yaml": modelText("  Thing: { type: string }"),
      "b.yaml": modelText("  Other: { type: string }\n  Thing: { type: integer }"),
    });
    expect(told).toEqual([
      "b.yaml:6:3 com.example#Thing already defined, differently, at a.yaml:5:3 → Keep one of the two, or give one another name.",
    ]);
  });

  test("a shape that two files define alike is one", async () => {
    const { outcome } = await load({
      "a.yaml": modelText("  Thing: { type: list, member: String }"),
      "b.json": JSON.stringify({
        smithy: "2.0",
        shapes: { "com.example#Thing": { type: "list", member: { target: "smithy.api#String" } } },
      }),
    });
    expect(outcome.ok && outcome.value.model.shapes.size).toBe(1);
  });

  test("the problems of all files come at once, in reading order", async () => {
    const { told } = await load({
      "b.yaml": 'smithy: "2.0"\nshapes: [',
      "a.yaml": 'smithy: "3.0"\n',
    });
    expect(told.map((line) => line.split(" ")[0])).toEqual(["a.yaml:1:9", "b.yaml:2:10"]);
  });

  test("metadata: lists are joined in the order of files, equal values are one, others are a conflict", () => {
    const text = (metadata: string): string => `smithy: "2.0"\nmetadata: ${metadata}\n`;
    const joined = buildModel([
      { file: "b.yaml", text: text("{ list: [2], same: { a: 1 } }") },
      { file: "a.yaml", text: text("{ list: [1], same: { a: 1 } }") },
    ]);
    expect(joined.ok && joined.value.metadata).toEqual({ list: [1, 2], same: { a: 1 } });
    const conflict = buildModel([
      { file: "a.yaml", text: text("{ one: 1 }") },
      { file: "b.yaml", text: text("{ one: 2 }") },
    ]);
    expect(tell(conflict.diagnostics)).toEqual([
      'b.yaml:2:13 metadata "one" has another value at a.yaml:2:13 → Only lists are joined: say any other metadata once.',
    ]);
  });

  test("the order of the files never shows, places included", () => {
    const texts: readonly ModelText[] = [
      { file: "a.yaml", text: modelText("  A: { type: structure, mixins: [M], members: { B: B } }") },
      {
        file: "b.yaml",
        text: modelText("  B: { type: list, member: A }\n  A$B: { type: apply, traits: { tags: [x] } }"),
      },
      {
        file: "c.yaml",
        text: modelText("  M: { type: structure, members: { C: String }, traits: { mixin: {} } }"),
      },
      {
        file: "d.yaml",
        text: `${modelText("  A$B: { type: apply, traits: { since: one } }")}\nmetadata: { list: [d] }\n`,
      },
      { file: "e.yaml", text: `${modelText("  Z: { type: string }")}\nmetadata: { list: [e] }\n` },
    ];
    const expected = plain(buildModel(texts));
    fc.assert(
      fc.property(fc.shuffledSubarray([...texts], { minLength: texts.length }), (shuffled) => {
        expect(plain(buildModel(shuffled))).toEqual(expected);
      }),
    );
    expect(expected).toContain("smithy.api#since");
  });
});

/** A model as text, with the order of everything and all places. */
const plain = (outcome: ReturnType<typeof buildModel>): string => {
  const model: Model | undefined = outcome.ok ? outcome.value : undefined;
  const replacer = (_: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
  return JSON.stringify([model, outcome.diagnostics], replacer);
};

describe("what is found in a model", () => {
  test("no name of the prelude is among its shapes, and each can be found", () => {
    const outcome = buildModel([
      { file: "a.yaml", text: modelText("  A: { type: structure, members: { B: String } }") },
    ]);
    const model = outcome.ok ? outcome.value : undefined;
    const [member] = model === undefined ? [] : [...model.shapes.values()].flatMap(membersOf);
    expect(member?.target).toBe("smithy.api#String");
    expect(model && findShape(model, "smithy.api#String")?.type).toBe("string");
    expect(model?.shapes.size).toBe(1);
  });
});
