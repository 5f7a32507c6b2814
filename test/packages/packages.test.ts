import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { requireBuild } from "../support/require-build.js";
import { Installation } from "./installation.js";
import { findLostSourceMaps, findMachinePaths, readPackage } from "./package-files.js";
import { type ModuleFormat, runProgram } from "./programs.js";
import { type ModuleSetting, typeCheck } from "./type-check.js";

const installation = new Installation();

beforeAll(async () => {
  requireBuild();
  await installation.create();
}, 60_000);

afterAll(() => installation.destroy());

const isVisible = (name: string): boolean => !name.startsWith(".");

test("nothing comes along but the runtime", () => {
  const modules = join(installation.bare, "node_modules");
  expect(readdirSync(modules).filter(isVisible)).toEqual(["@tinsmith"]);
  expect(readdirSync(join(modules, "@tinsmith")).sort()).toEqual(["amplifybackend", "runtime"]);
});

test.each(["js", "cjs"])(
  "the client does not load the list of operations, which makes all of them: %s",
  (format) => {
    const files = readPackage(join(installation.bare, "node_modules/@tinsmith/amplifybackend"));
    const importers = files.filter(({ text }) => text.includes(`"./operations.${format}"`));
    expect(importers.map(({ path }) => path).sort()).toEqual([
      `dist/local.${format}`,
      `dist/testing.${format}`,
    ]);
  },
);

/** Each package, and something whose licence has to come with it. */
const PACKAGES: readonly (readonly [
  name: string,
  others: readonly string[],
  notices: readonly (readonly [path: string, inlined: RegExp])[],
])[] = [
  ["amplifybackend", ["bin/amplifybackend.js"], []],
  [
    "runtime",
    [],
    [
      ["dist/THIRD-PARTY-NOTICES.txt", /^@smithy\/core\W+\d/m],
      ["dist/THIRD-PARTY-NOTICES.txt", /^commander\W+\d/m],
      ["dist/THIRD-PARTY-NOTICES.txt", /^ky\W+\d/m],
    ],
  ],
];

describe.each(PACKAGES)("the files of %s", (name, programs, notices) => {
  const files = () => readPackage(join(installation.bare, "node_modules/@tinsmith", name));
  const text = (path: string) => files().find((file) => file.path === path)?.text;

  test("bring the licence", () => {
    expect(text("LICENSE")).toContain("Apache License");
  });

  test("say what they are, and whose code they have in them", () => {
    expect(text("README.md")).toContain(`@tinsmith/${name}`);
    for (const [path, inlined] of notices) expect(text(path)).toMatch(inlined);
  });

  test("do not say where they were built", () => {
    expect(findMachinePaths(files())).toEqual([]);
  });

  test("refer to no source map that is not there", () => {
    expect(findLostSourceMaps(files())).toEqual([]);
  });

  test("are what is built, and no more", () => {
    const others = files().filter(({ path }) => !path.startsWith("dist/") && path !== "LICENSE");
    expect(others.map(({ path }) => path).sort()).toEqual(["README.md", ...programs, "package.json"]);
  });
});

/** What calls end in that go out through ky. */
const ENDS_ON_KY = "NotFoundException NetworkError TimeoutError ".repeat(4).trim();

/** Each program, the project to run it in, and what it prints when it works. */
const PROGRAMS: readonly (readonly [name: string, project: string, output: string])[] = [
  ["call", installation.bare, "InputValidationError PENDING 1"],
  [
    "errors",
    installation.bare,
    JSON.stringify({
      missing: true,
      unsafe: true,
      unchecked: "BadRequestException",
      checked: true,
      areClassesFound: true,
      apart: [],
    }),
  ],
  ["copies", installation.bare, "NotFoundException InputValidationError NetworkError ".repeat(4).trim()],
  ["ky", installation.bare, ENDS_ON_KY],
  ["mock", installation.bare, "job-1 NotFoundException 404 ConfigurationError 3"],
  ["idle", installation.bare, "idle"],
  ["credentials", installation.bare, "CredentialsProviderError true"],
  ["credentials", installation.withChain, "AKPROCESS"],
  ["compose", installation.withZod, "true invalid_type@requests.1.AppId,unrecognized_keys@requests.1"],
];

const FORMATS: readonly (readonly [format: ModuleFormat, flags: readonly string[]])[] = [
  ["ES modules", []],
  ["ES modules", ["--disallow-code-generation-from-strings"]],
  ["CommonJS", []],
  ["CommonJS", ["--disallow-code-generation-from-strings"]],
];

describe.each(FORMATS)("a program in %s, flags %j", (format, flags) => {
  test.each(PROGRAMS)(
    "%s runs and ends by itself",
    async (name, project, output) => {
      expect(await runProgram(project, name, format, flags)).toEqual({ stdout: `${output}\n`, stderr: "" });
    },
    20_000,
  );
});

test.each<ModuleFormat>(["ES modules", "CommonJS"])(
  "the handler on ky sends requests for clients of the build for the web, too: %s",
  async (format) => {
    const { stdout } = await runProgram(installation.bare, "ky", format, ["--conditions=worker"]);
    expect(stdout).toBe(`${ENDS_ON_KY}\n`);
  },
);

const NODE_NEXT = { flags: "--module nodenext", endings: ["mts", "cts"] };

const SETTINGS: readonly (readonly [title: string, setting: ModuleSetting])[] = [
  ["nodenext, ES modules and CommonJS", NODE_NEXT],
  ["bundler", { flags: "--module esnext --moduleResolution bundler", endings: ["ts"] }],
  [
    "node10",
    { flags: "--module commonjs --moduleResolution node10 --ignoreDeprecations 6.0", endings: ["ts"] },
  ],
];

describe("a consumer in TypeScript compiles, libraries and all", () => {
  test.each(SETTINGS)(
    "%s",
    async (_, setting) => {
      const programs = ["consumer", "zod-consumer"];
      expect(await typeCheck(installation.withZod, programs, setting)).toBe("");
    },
    30_000,
  );

  test("without zod, as long as it does not import it", async () => {
    expect(await typeCheck(installation.bare, ["consumer"], NODE_NEXT)).toBe("");
  }, 30_000);
});
