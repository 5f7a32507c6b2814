import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { generate } from "../generate.js";
import { modelText } from "../testing/model-text.js";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";
import { VERSION } from "../version.js";
import { describeDrift } from "../write/describe-drift.js";
import { formatDiagnostic } from "./format-diagnostic.js";
import type { Generator } from "./generate-command.js";
import { runProgram } from "./program.js";

const SHAPES = `
  Things: { type: service, version: "1", operations: [Get, Watch], traits: { aws.protocols#restJson1: {} } }
  Get: { type: operation, traits: { http: { method: GET, uri: / } } }
  Watch: { type: operation, output: Out, traits: { http: { method: GET, uri: /watch } } }
  Out: { type: structure, members: { events: { target: Events, traits: { httpPayload: {} } } } }
  Events: { type: union, members: { a: Event }, traits: { streaming: {} } }
  Event: { type: structure }`;

let folder: TemporaryFolder;
let emitted: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  emitted = "export {};\n";
  await folder.write({ "model/a.yaml": modelText(SHAPES) });
});

afterEach(() => folder.remove());

const generator = async (): Promise<Generator> => ({
  generate,
  describeDrift,
  emit: () => ({ ok: true, value: [{ path: "src/index.ts", contents: emitted }], diagnostics: [] }),
});

/** Runs the program; the folder's path and all durations are cut from what it says. */
const run = async (
  args: string,
  {
    watched = false,
    debug = false,
    load = generator,
  }: {
    readonly watched?: boolean;
    readonly debug?: boolean;
    readonly load?: () => Promise<Generator>;
  } = {},
) => {
  let out = "";
  let error = "";
  let time = 0;
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    error: (text: string) => {
      error += text;
    },
    watched,
    debug,
    now: () => {
      time += 100;
      return time;
    },
  };
  const words = args
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => word.replace(/^@/u, `${folder.path}/`));
  const code = await runProgram(words, terminal, load);
  const clean = (text: string): string =>
    text.replaceAll(`${folder.path}/`, "@").replaceAll(/\d+ ms/gu, "# ms");
  return { code, out: clean(out), error: clean(error), raw: error };
};

describe("generate", () => {
  test("closes with a summary; warnings go to the error stream", async () => {
    expect(await run("generate --model @model --out @out")).toMatchObject({
      code: 0,
      out: "com.example#Things: 6 shapes, 1 operation\n@out: 2 files: 2 written, 0 unchanged, 0 removed\n# ms after start-up (# ms with it)\n",
      error:
        "@model/a.yaml:7:3  com.example#Watch  warning: the operation is left out: it receives a stream of events\n",
    });
    expect((await folder.read())["out/src/index.ts"]).toBe("export {};\n");
  });

  test("the time that modules take to load is told apart", async () => {
    // The clock of these tests moves by 100 ms each time it is read: after loading, between steps, at the end.
    const { raw } = await run("generate --model @absent --out @out");
    expect(raw).toMatch(/nothing was written\. 300 ms after start-up \(400 ms with it\)\n$/u);
  });

  test("shows each step to whoever watches", async () => {
    const { error } = await run("generate --model @model --out @out", { watched: true });
    expect(error).toMatch(
      /^ {2}load +# ms\n {2}validate +# ms\n {2}emit +# ms\n {2}compare +# ms\n {2}write +# ms\n/u,
    );
  });

  test("a wrong model: a line for each problem, help below, nothing written, exit code 1", async () => {
    await folder.write({ "model/b.yaml": modelText("  Broken: { type: list, member: Strin }") });
    const { code, out, error } = await run("generate --model @model --out @out");
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(error).toContain(
      '@model/b.yaml:5:25  com.example#Broken$member  the shape com.example#Strin does not exist\n    Did you mean "smithy.api#String"?\n',
    );
    expect(error).toMatch(
      /1 error, 1 warning; nothing was written\. # ms after start-up \(# ms with it\)\n$/u,
    );
    expect(Object.keys(await folder.read())).toEqual(["model/a.yaml", "model/b.yaml"]);
  });

  test("several models, --service and --strict are handed on", async () => {
    await folder.write({
      "more/b.yaml": modelText(
        "  Others: { type: service, version: x, operations: [Get], traits: { aws.protocols#restJson1: {} } }",
      ),
    });
    const both = "--model @model @more --model @more";
    expect((await run(`generate ${both} --out @out`)).error).toContain("Choose one with --service.");
    expect((await run(`generate ${both} --out @out --service com.example#Others`)).out).toMatch(
      /^com\.example#Others: /u,
    );
    const strict = await run(`generate ${both} --out @out --strict --service com.example#Things`);
    expect([strict.code, strict.error]).toEqual([
      1,
      expect.stringContaining("Without --strict this is a warning."),
    ]);
  });
});

describe("generate --check", () => {
  test("says that nothing would change, exit code 0", async () => {
    await run("generate --model @model --out @out");
    const { code, out } = await run("generate --model @model --out @out --check");
    expect([code, out]).toEqual([0, expect.stringContaining("@out: 2 files: all as the model makes them\n")]);
  });

  test("shows what would change and the command to run, writes nothing, exit code 1", async () => {
    await run("generate --model @model --out @out");
    const before = await folder.read();
    emitted = "export const a = 1;\n";
    const { code, out } = await run("generate --model @model --out @out --check");
    expect(code).toBe(1);
    expect(out).toBe(
      [
        "changed  src/index.ts  +1 −1 lines",
        "    at line 1:",
        "    - export {};",
        "    + export const a = 1;",
        "",
        "com.example#Things: 6 shapes, 1 operation",
        "@out: 2 files: 1 to write, 1 unchanged, 0 to remove",
        "# ms after start-up (# ms with it)",
        "",
        "@out is not what the model makes of it. Run:",
        "",
        "    npx tinsmith generate --model @model --out @out",
        "",
        "",
      ].join("\n"),
    );
    expect(await folder.read()).toEqual(before);
  });

  test("quotes what a shell would take apart", async () => {
    await folder.write({ "it's/a.yaml": modelText(SHAPES) });
    const { out } = await run("generate --model @it's --out @out --check --service com.example#Things");
    expect(out).toContain(`--model '@it'\\''s' --out @out --service 'com.example#Things'\n`);
  });
});

describe("the command line", () => {
  test("--version and --help; nothing is loaded for them", async () => {
    const load = (): Promise<Generator> => Promise.reject(new Error("loaded"));
    expect(await run("--version", { load })).toMatchObject({ code: 0, out: `${VERSION}\n`, error: "" });
    const help = await run("generate --help", { load });
    expect(help.code).toBe(0);
    for (const part of ["--model", "--out", "--service", "--check", "--strict", "Exit codes:"]) {
      expect(help.out).toContain(part);
    }
  });

  test.each([
    "",
    "generate",
    "generate --model m",
    "generate --out o",
    "generate --model m --out o --bogus",
    "bogus",
  ])("%j is a wrong usage, exit code 2", async (args) => {
    const { code, out, error } = await run(args);
    expect([code, out]).toEqual([2, ""]);
    expect(error).not.toBe("");
  });

  test("an empty argument is a wrong usage", async () => {
    for (const args of ["--model= --out @out", "--model @model --out=", "--model m --out o --service="]) {
      const { code, error } = await run(`generate ${args}`);
      expect([code, error]).toEqual([2, expect.stringContaining("is invalid. It is empty.")]);
    }
    expect(Object.keys(await folder.read())).toEqual(["model/a.yaml"]);
  });

  test("a defect is told in one line; only who asks sees where it happened", async () => {
    const load = async (): Promise<Generator> => ({
      ...(await generator()),
      generate: () => Promise.reject(new Error("two\nlines")),
    });
    const { code, error } = await run("generate --model @model --out @out", { load });
    expect([code, error]).toEqual([
      1,
      "tinsmith: two\\u000alines\n    This is a defect of tinsmith. With TINSMITH_DEBUG=1 it tells where it happened.\n",
    ]);
    const debugged = await run("generate --model @model --out @out", { load, debug: true });
    expect(debugged.error).toMatch(/^tinsmith: Error: two\nlines\n +at .*program\.test/su);
  });

  test("what the system refuses while writing is told as such, and that not all was written", async () => {
    const location = { file: "out/a", line: 1, column: 1 };
    const load = async (): Promise<Generator> => ({
      ...(await generator()),
      generate: async ({ onStep }) => {
        onStep?.("write");
        return { ok: false, diagnostics: [{ severity: "error", location, message: "cannot be written" }] };
      },
    });
    const { code, error } = await run("generate --model @model --out @out", { load });
    expect([code, error]).toEqual([
      1,
      expect.stringContaining("1 error; not all was written, run it again. "),
    ]);
  });
});

describe("formatDiagnostic", () => {
  test("keeps to its lines, whatever a model's keys are made of", () => {
    const location = { file: "a\u001b[2Jb.yaml", line: 1, column: 2 };
    expect(
      formatDiagnostic({ severity: "error", location, shapeId: "a#\nB", message: "x\u202ey\r", help: "h\n" }),
    ).toBe("a\\u001b[2Jb.yaml:1:2  a#\\u000aB  x\\u202ey\\u000d\n    h\\u000a\n");
    const long = formatDiagnostic({ severity: "error", location, message: "x".repeat(1e6) });
    expect(long.length).toBeLessThan(1_100);
  });
});
