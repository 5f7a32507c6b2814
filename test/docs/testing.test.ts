import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { requireBuild } from "../support/require-build.js";
import { runCompiler } from "../support/run-compiler.js";
import { type CodeBlock, readCodeBlocks } from "./code-blocks.js";

const execute = promisify(execFile);

const FLAGS = [
  ..."--ignoreConfig --module nodenext --target es2022 --types node --skipLibCheck".split(" "),
  ..."--strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --verbatimModuleSyntax".split(" "),
];

const blocks = readCodeBlocks("docs/testing.md").filter(({ language }) => language === "ts");
const isOfJest = ({ code }: CodeBlock): boolean => code.includes("@jest/globals");

// Below the repository, so that the examples find the packages as their users would.
let folder: string | undefined;
let complaints: string;

beforeAll(async () => {
  requireBuild();
  const place = mkdtempSync(join(process.cwd(), "node_modules", ".testing-docs-"));
  folder = place;
  writeFileSync(join(place, "package.json"), JSON.stringify({ private: true }));
  const files = blocks.map(({ code }, index) => [`block-${index}.test.mts`, code] as const);
  for (const [name, code] of files) writeFileSync(join(place, name), code);
  complaints = await runCompiler(place, [...FLAGS, ...files.map(([name]) => name)]);
}, 60_000);

afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

/** Runs the examples' own tests in a process of their own: no region, no credentials. @returns what is reported */
const run = async (parameters: readonly string[]): Promise<string> => {
  const { stdout, stderr } = await execute(process.execPath, parameters, {
    cwd: folder,
    env: { PATH: process.env["PATH"], AWS_EC2_METADATA_DISABLED: "true" },
    timeout: 60_000,
  });
  return stdout + stderr;
};

describe("the examples of docs/testing.md", () => {
  test("are of both test frameworks", () => {
    expect(blocks.map(isOfJest)).toEqual([true, false, true]);
  });

  test("compile at the strictest", () => {
    expect(complaints).toBe("");
  });

  test("pass in Jest", async () => {
    const config = JSON.stringify({
      ...{ rootDir: folder, testMatch: ["**/block-[02].test.mjs"], transform: {} },
      // Jest leaves out what is below `node_modules`.
      ...{ haste: { retainAllFiles: true }, testPathIgnorePatterns: [] },
    });
    const jest = join(process.cwd(), "node_modules/jest/bin/jest.js");
    const report = await run(["--experimental-vm-modules", jest, "--ci", "--config", config]);
    expect(report).toMatch(/^Tests: +3 passed, 3 total$/m);
  }, 60_000);

  test("pass in node:test", async () => {
    const report = await run(["--test", "--test-reporter=tap", "block-1.test.mjs"]);
    expect(report).toMatch(/^# pass 1$/m);
    expect(report).toMatch(/^# fail 0$/m);
  }, 60_000);
});
