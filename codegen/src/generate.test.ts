import { mkdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Emit, type GenerateOptions, generate, type Step } from "./generate.js";
import { modelText, tell } from "./testing/model-text.js";
import { type TemporaryFolder, temporaryFolder } from "./testing/temporary-folder.js";

const SHAPES = `
  Things: { type: service, version: "1", operations: [Get], traits: { aws.protocols#restJson1: {} } }
  Get: { type: operation, traits: { http: { method: GET, uri: / } } }`;

const MANIFEST = ".tinsmith-manifest.json";
const PARTIAL = ".tinsmith-partial";

let model: TemporaryFolder;
let out: TemporaryFolder;
let files: Record<string, string>;

/** An emitter that gives the test's files. */
const emit: Emit = () => ({
  ok: true,
  value: Object.entries(files).map(([path, contents]) => ({ path, contents })),
  diagnostics: [],
});

beforeEach(async () => {
  model = await temporaryFolder();
  out = await temporaryFolder();
  await model.write({ "model.yaml": modelText(SHAPES) });
  files = { "package.json": "{}\n", "src/index.ts": "export {};\n", "src/deep/a.ts": "a\n" };
});

afterEach(async () => {
  await model.remove();
  await out.remove();
});

const run = (options: Partial<GenerateOptions> = {}) =>
  generate({ models: [model.path], out: out.path, emit, ...options });

const problems = async (options?: Partial<GenerateOptions>): Promise<string[]> =>
  tell((await run(options)).diagnostics).map((line) =>
    line.replaceAll(out.path, "out").replaceAll(model.path, "model"),
  );

describe("writing", () => {
  test("a folder that is new or empty is filled, and the manifest lists what was written", async () => {
    const fresh = join(out.path, "new");
    const outcome = await run({ out: fresh });
    expect(outcome.ok && outcome.value).toMatchObject({
      service: "com.example#Things",
      shapes: 2,
      operations: 1,
    });
    expect(Object.keys(await out.read())).toEqual([
      `new/${MANIFEST}`,
      "new/package.json",
      "new/src/deep/a.ts",
      "new/src/index.ts",
    ]);
    expect(JSON.parse(await readFile(join(fresh, MANIFEST), "utf8"))).toEqual({
      format: 1,
      service: "com.example#Things",
      files: ["package.json", "src/deep/a.ts", "src/index.ts"],
    });
  });

  test("a second run touches nothing", async () => {
    await run();
    const times = async (): Promise<number[]> =>
      Promise.all(
        [MANIFEST, "package.json", "src/index.ts"].map(
          async (path) => (await stat(join(out.path, path))).mtimeMs,
        ),
      );
    const before = await times();
    const outcome = await run();
    expect(outcome.ok && outcome.value.plan.unchanged).toHaveLength(4);
    expect(await times()).toEqual(before);
  });

  test("only what was written before is removed, with the folders that it leaves empty", async () => {
    await run();
    await out.write({ "dist/index.js": "built", "node_modules/x/y.js": "", "src/notes.txt": "mine" });
    delete files["src/deep/a.ts"];
    delete files["src/index.ts"];
    files["src/b.ts"] = "b\n";
    const outcome = await run();
    expect(outcome.ok && outcome.value.plan.removed.map(({ path }) => path)).toEqual([
      "src/deep/a.ts",
      "src/index.ts",
    ]);
    expect(Object.keys(await out.read())).toEqual([
      MANIFEST,
      "dist/index.js",
      "node_modules/x/y.js",
      "package.json",
      "src/b.ts",
      "src/notes.txt",
    ]);
    await expect(stat(join(out.path, "src/deep"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("what was edited or deleted by hand is restored", async () => {
    await run();
    await out.write({ "src/index.ts": "edited" });
    const outcome = await run();
    expect(outcome.ok && outcome.value.plan.changed.map(({ path }) => path)).toEqual(["src/index.ts"]);
    expect((await out.read())["src/index.ts"]).toBe("export {};\n");
  });

  test("extensions are copied below a line that says where they come from, and named to the emitter", async () => {
    await model.write({ "extensions/local.ts": "export const a = 1;\n", "extensions/local/b.ts": "b\n" });
    let entries: readonly string[] = [];
    let hasCommand: boolean | undefined;
    await run({
      emit: (loaded, id, options) => {
        entries = options.extensionEntries;
        hasCommand = options.hasLocalCommand;
        return emit(loaded, id, options);
      },
    });
    expect(entries).toEqual(["local"]);
    expect(hasCommand).toBe(false);
    const written = await out.read();
    expect(written["src/local.ts"]?.replaceAll(basename(model.path), "model")).toBe(
      "// Copied by tinsmith from model/extensions/local.ts. Do not edit: change that file and run `npm run generate`.\nexport const a = 1;\n",
    );
    expect(written["src/local/b.ts"]).toMatch(/^\/\/ Copied .*\nb\n$/u);
  });

  test("a command that extensions describe is told to the emitter", async () => {
    await model.write({ "extensions/local/command.ts": "export {};\n" });
    let hasCommand: boolean | undefined;
    await run({
      emit: (loaded, id, options) => {
        hasCommand = options.hasLocalCommand;
        return emit(loaded, id, options);
      },
    });
    expect(hasCommand).toBe(true);
  });

  test("a program may be run by its path, and other files may not", async () => {
    const program = { path: "bin/things.js", contents: "#!/usr/bin/env node\n" };
    await run({
      emit: () => ({ ok: true, value: [program, { path: "a.js", contents: "" }], diagnostics: [] }),
    });
    const modes = await Promise.all([program.path, "a.js"].map((path) => stat(join(out.path, path))));
    expect(modes.map(({ mode }) => (mode & 0o100) !== 0)).toEqual([true, false]);
  });

  test("the emitter sees files by names that no working folder and no way to write --model changes", async () => {
    const sources: string[] = [];
    const remember: Emit = (loaded, id, options) => {
      const service = loaded.shapes.get(id);
      sources.push(`${service?.location.file}:${service?.location.line}`);
      return emit(loaded, id, options);
    };
    await run({ emit: remember });
    await run({ emit: remember, models: [`${relative(process.cwd(), model.path)}/`] });
    await run({ emit: remember, models: [join(model.path, "model.yaml")] });
    const name = basename(model.path);
    expect(sources).toEqual([`${name}/model.yaml:5`, `${name}/model.yaml:5`, `${name}/model.yaml:5`]);
  });

  test("the steps are told in order", async () => {
    const steps: Step[] = [];
    await run({ onStep: (step) => steps.push(step) });
    expect(steps).toEqual(["load", "validate", "emit", "compare", "write"]);
  });
});

describe("nothing is touched", () => {
  /** What stands in the output folder, changed by nothing that fails. */
  const untouched = async (options?: Partial<GenerateOptions>): Promise<string[]> => {
    const before = await out.read();
    const told = await problems(options);
    expect(await out.read()).toEqual(before);
    return told;
  };

  test("when the model has problems", async () => {
    await run();
    await model.write({ "model.yaml": modelText(`${SHAPES}\n  A: { type: list, member: Nowhere }`) });
    expect(await untouched()).toEqual([
      "model/model.yaml:7:20 com.example#A$member the shape com.example#Nowhere does not exist → Define it, or correct the name.",
    ]);
    await model.write({ "model.yaml": "smithy: [" });
    expect(await untouched()).toHaveLength(1);
  });

  test("when the model has problems of every kind: all are told at once", async () => {
    await run();
    await model.write({
      "a.yaml": "smithy: [",
      "b.yaml": modelText("  B: { typ: string }\n  C: { type: list, member: B, traits: { sensitiv: {} } }"),
      "c.yaml": modelText("  Get: { type: string }\n  D: { type: structure, mixins: [B] }"),
      "d.yaml": modelText("  D$x: { type: apply, traits: {} }"),
    });
    const told = await untouched();
    expect(told.map((line) => line.split(" → ")[0])).toEqual([
      expect.stringMatching(/^model\/a\.yaml:1:10 /u),
      'model/b.yaml:5:3 com.example#B "type" is missing',
      "model/b.yaml:6:41 com.example#C there is no trait smithy.api#sensitiv",
      expect.stringContaining("com.example#Get already defined, differently, at "),
    ]);
  });

  test("where the model names what could not be read, that is no problem of its own", async () => {
    await model.write({
      "b.yaml": modelText(
        "  B: { typ: string }\n  C: { type: list, member: B }\n  E: { type: list, member: F }",
      ),
    });
    expect((await untouched()).map((line) => line.split(" → ")[0])).toEqual([
      'model/b.yaml:5:3 com.example#B "type" is missing',
      "model/b.yaml:7:20 com.example#E$member the shape com.example#F does not exist",
    ]);
  });

  test("when the service itself could not be read, it is not said to be missing", async () => {
    await model.write({ "model.yaml": modelText("  Things: { type: servic }") });
    expect((await untouched()).map((line) => line.split(" → ")[0])).toEqual([
      'model/model.yaml:5:19 com.example#Things unknown type "servic"',
    ]);
    await model.write({ "model.yaml": 'smithy: "2.0"\n' });
    expect(await untouched()).toEqual([
      "model/model.yaml:1:1 the model has no shapes → Define a service, and the operations that it has.",
    ]);
  });

  test("when the emitter has problems", async () => {
    const location = { file: "a.yaml", line: 1, column: 2 };
    const failing: Emit = () => ({
      ok: false,
      diagnostics: [{ severity: "error", location, message: "no" }],
    });
    expect(await untouched({ emit: failing })).toEqual(["a.yaml:1:2 no"]);
  });

  test("in a folder that something else has written", async () => {
    await out.write({ "package.json": '{ "name": "mine" }', "src/precious.ts": "precious" });
    expect(await untouched()).toEqual([
      `out:1:1 the output folder is not empty and has no ${MANIFEST}: it was not written by tinsmith → Nothing was touched. Choose an empty folder, or empty this one yourself.`,
    ]);
    expect(await untouched({ check: true })).toHaveLength(1);
  });

  test("where the output folder is a file", async () => {
    await out.write({ file: "" });
    expect(await untouched({ out: join(out.path, "file") })).toEqual([
      "out/file:1:1 the output folder is a file → Choose a folder with --out.",
    ]);
  });

  test("where the manifest is broken or leads out of the folder", async () => {
    await writeFile(join(model.path, "precious.txt"), "precious");
    for (const path of ["../precious.txt", "/etc/hosts", "a/../../b"]) {
      await out.write({ [MANIFEST]: JSON.stringify({ format: 1, service: "a#B", files: [path] }) });
      expect(await untouched()).toEqual([
        `out/${MANIFEST}:1:1 the manifest cannot be read, or lists files outside of its folder → Nothing was touched. Restore the manifest, or empty the folder yourself.`,
      ]);
    }
    await out.write({ [MANIFEST]: "{" });
    expect(await untouched()).toHaveLength(1);
  });

  test("where a file would be overwritten that is not in the manifest", async () => {
    await run();
    await out.write({ "src/mine.ts": "mine" });
    files["src/mine.ts"] = "generated";
    expect(await untouched()).toEqual([
      "out/src/mine.ts:1:1 would be overwritten, but was not written by tinsmith → Nothing was touched. Move the file away, or remove it.",
    ]);
  });

  test("where a link or a folder stands in the way", async () => {
    await run();
    files["lib/a.ts"] = "a\n";
    await symlink(model.path, join(out.path, "lib"));
    expect(await untouched()).toEqual([
      "out/lib:1:1 stands in the way of lib/a.ts → Nothing was touched. Remove it yourself.",
    ]);
    expect(Object.keys(await model.read())).toEqual(["model.yaml"]);
    delete files["lib/a.ts"];
    files["b.ts"] = "b\n";
    await mkdir(join(out.path, "b.ts"));
    expect(await untouched()).toHaveLength(1);
  });

  test("where an extension would take the place of what is emitted, letter case aside", async () => {
    await model.write({ "extensions/Index.ts": "" });
    expect(await untouched()).toEqual([
      "model/extensions/Index.ts:1:1 the generator writes src/Index.ts itself → Give the extension another name.",
    ]);
  });

  test("when only a check is asked for", async () => {
    await run();
    files["src/index.ts"] = "other\n";
    const before = await out.read();
    const outcome = await run({ check: true });
    expect(outcome.ok && outcome.value.plan.changed.map(({ path }) => path)).toEqual(["src/index.ts"]);
    expect(await out.read()).toEqual(before);
  });

  test("by an emitter that would write outside of the folder", async () => {
    files["../escape.ts"] = "";
    await expect(run()).rejects.toThrow("will not write");
    expect(await out.read()).toEqual({});
  });
});

describe("the manifest", () => {
  test("is a file like any other to a check: one that lists something else is a drift", async () => {
    await run();
    const text = (await out.read())[MANIFEST] ?? "";
    await out.write({ [MANIFEST]: text.replace("#Things", "#Thing") });
    const checked = await run({ check: true });
    expect(checked.ok && checked.value.plan.changed.map(({ path }) => path)).toEqual([MANIFEST]);
    await run();
    expect((await out.read())[MANIFEST]).toBe(text);
  });

  test("that is no file is refused", async () => {
    await run();
    await rm(join(out.path, MANIFEST));
    await mkdir(join(out.path, MANIFEST));
    expect(await problems()).toEqual([
      expect.stringMatching(/cannot be read: it is a folder \(EISDIR\) → Nothing was touched\.$/u),
    ]);
  });
});

describe("where the output folder lies", () => {
  test("within the model it is refused, through links too; beside it, it is not", async () => {
    const message =
      "the output folder lies within the model's folder model → Choose a folder outside of the model.";
    await model.write({ "sub/b.yaml": modelText("  A: { type: string }") });
    await symlink(model.path, join(out.path, "link"));
    for (const path of [model.path, join(model.path, "sub"), join(model.path, "new", "er")]) {
      expect(await problems({ out: path })).toEqual([expect.stringContaining(message)]);
    }
    expect(await problems({ out: join(out.path, "link", "new") })).toHaveLength(1);
    expect(Object.keys(await model.read())).toEqual(["model.yaml", "sub/b.yaml"]);
    expect(await problems({ out: `${model.path}-more` })).toEqual([]);
    await rm(`${model.path}-more`, { recursive: true });
  });
});

describe("an output folder that the system does not let us write to", () => {
  test("is told with the first file that could not be written, and can be written later", async () => {
    await run();
    files["src/index.ts"] = "other\n";
    // Nobody, not even root, can write a file where a folder is.
    await mkdir(join(out.path, PARTIAL, "full"), { recursive: true });
    const outcome = await run();
    expect(tell(outcome.diagnostics)).toEqual([expect.stringMatching(/index\.ts:1:1 cannot be written: /u)]);
    await rm(join(out.path, PARTIAL), { recursive: true });
    expect((await run()).ok).toBe(true);
    expect((await out.read())["src/index.ts"]).toBe("other\n");
  });
});

describe("after an interruption", () => {
  test("what was not yet whole is replaced, a link in its place is not followed, nothing is left", async () => {
    await out.write({ [PARTIAL]: "half" });
    expect((await run()).ok).toBe(true);
    expect(Object.keys(await out.read())).not.toContain(PARTIAL);
    await model.write({ "precious.txt": "precious" });
    await symlink(join(model.path, "precious.txt"), join(out.path, PARTIAL));
    files["src/index.ts"] = "other\n";
    expect((await run()).ok).toBe(true);
    expect((await model.read())["precious.txt"]).toBe("precious");
    expect(Object.keys(await out.read())).not.toContain(PARTIAL);
  });

  test("files that the manifest does not yet call final are still known", async () => {
    await run();
    files["src/new.ts"] = "new\n";
    // As left by a run that stopped between its first manifest and its last.
    const listed = ["package.json", "src/deep/a.ts", "src/index.ts", "src/new.ts"];
    await out.write({
      [MANIFEST]: JSON.stringify({ format: 1, service: "com.example#Things", files: listed }),
      "src/new.ts": "half",
    });
    const outcome = await run();
    expect(outcome.ok).toBe(true);
    expect((await out.read())["src/new.ts"]).toBe("new\n");
  });
});
