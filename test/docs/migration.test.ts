import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { requireBuild } from "../support/require-build.js";
import { type CodeBlock, printedBy, readCodeBlocks } from "./code-blocks.js";
import { Programs } from "./programs.js";
import { startShopWorld } from "./shop-world.js";

const PAGES = ["docs/migrating-from-v3.md", "docs/migrating-from-v2.md", "docs/migrating-from-php.md"];
const blocks = PAGES.flatMap(readCodeBlocks);
const programs = new Programs(blocks);

/** Where `aws-sdk` v2 is installed, if it is: no dependency, for it is out of support. */
const findSdkV2 = (): string | undefined => {
  const folder = process.env["TINSMITH_AWS_SDK_V2"] ?? process.cwd();
  try {
    const manifest = createRequire(join(folder, "any.js")).resolve("aws-sdk/package.json");
    return dirname(dirname(manifest));
  } catch {
    console.warn(
      `SKIPPED: no aws-sdk in ${folder}; point TINSMITH_AWS_SDK_V2 at a folder where version 2 is installed`,
    );
    return undefined;
  }
};

const inLanguage = (language: string): [string, CodeBlock][] =>
  blocks.filter((block) => block.language === language).map((block) => [block.place, block]);

/** Runs a program in a world of its own. */
const linesOf = async (block: CodeBlock, environment = {}, preload?: string): Promise<readonly string[]> => {
  const world = await startShopWorld();
  try {
    const output = await programs.run(block, {
      environment: { ...world.environment, ...environment },
      preload,
    });
    return output.trimEnd().split("\n");
  } finally {
    await world.close();
  }
};

let complaints: string;
beforeAll(async () => {
  requireBuild();
  complaints = await programs.compile();
}, 60_000);
afterAll(() => programs.destroy());

test("all programs in TypeScript compile at the strictest", () => {
  expect(complaints).toBe("");
});

test.each([...inLanguage("ts"), ...inLanguage("js")])("%s says what it prints", (_place, block) => {
  expect(printedBy(block).length).toBeGreaterThan(0);
});

describe("programs in TypeScript, for the official client v3 and for ours, do what they say", () => {
  test.each(inLanguage("ts"))(
    "%s",
    async (_place, block) => {
      expect(await linesOf(block)).toEqual(printedBy(block));
    },
    30_000,
  );
});

describe("programs for SDK v2 do what they say", () => {
  const modules = findSdkV2();
  const environment = { NODE_PATH: modules, AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: "1" };
  const preload = resolve("test/docs/sdk-v2.cjs");
  (modules === undefined ? test.skip : test).each(inLanguage("js"))(
    "%s",
    async (_place, block) => {
      expect(await linesOf(block, environment, preload)).toEqual(printedBy(block));
    },
    30_000,
  );
});

// Blocks in PHP are not run: they are there to be recognised.
test("every program of another SDK is followed by ours", () => {
  const ours = ({ code }: CodeBlock | undefined = { place: "", language: "", code: "" }) =>
    code.includes('from "@tinsmith/');
  const others = blocks.filter((block) => !ours(block) && block.language !== "sh");
  expect(others.length).toBeGreaterThan(0);
  const alone = others.filter((block) => !ours(blocks[blocks.indexOf(block) + 1]));
  expect(alone.map(({ place }) => place)).toEqual([]);
});
