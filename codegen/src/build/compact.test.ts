import { describe, expect, test } from "@jest/globals";
import type { Plugin } from "rolldown";
import { type BundleSettings, bundle } from "../testing/bundle.js";
import { MINIFY } from "./code-settings.js";
import { compact } from "./compact.js";

/** A text of several lines, in code. */
const TEXT = `\`\n\ta\n\t\t\${globalThis.x}\``;

const SOURCES = {
  one: 'export { Shared } from "./both";\nexport { Command } from "@tinsmith/runtime";\nexport const text = "gr\u00fc\u00df \u{1f30d}";',
  two: `import { Shared } from "./both";\nexport const made = () => {\n  if (globalThis.x) throw new Shared(${TEXT});\n};`,
  both: "export class Shared extends Error {}",
};

const CJS = {
  format: "cjs",
  minify: MINIFY,
  codeSplitting: { groups: [{ name: "shared", minShareCount: 2 }] },
  entryFileNames: "[name].cjs",
  chunkFileNames: "[name].cjs",
} satisfies BundleSettings["output"];

const built = (output: BundleSettings["output"], ...before: Plugin[]) =>
  bundle(SOURCES, { entries: ["one", "two"], plugins: [...before, compact], output: { ...CJS, ...output } });

describe("CommonJS", () => {
  test("exports values where the bundler exports functions that get them", async () => {
    const plain = await bundle(SOURCES, { entries: ["one", "two"], output: CJS });
    expect(plain["one.cjs"]).toContain('Object.defineProperty(exports, "Command", {');
    const { "one.cjs": code = "" } = await built({});
    expect(code).not.toContain('defineProperty(exports, "');
    expect(code).toMatch(/exports\.Command = \w+\.Command\b/);
    expect(code).toMatch(/exports\.Shared = \w+\.\w+/);
  });

  test("fails to be built if the bundler exports in another form", async () => {
    const changed: Plugin = {
      name: "another-version",
      renderChunk: (code) => code.replaceAll("Object.defineProperty(exports,", "define(exports,"),
    };
    await expect(built({}, changed)).rejects.toThrow(
      /\.cjs exports \w+ in a form that is not known here.*plain-exports\.ts/,
    );
  });
});

describe.each(["cjs", "esm"] as const)("code as %s", (format) => {
  const files = async (): Promise<string> => Object.values(await built({ format })).join("\n");

  test("is ASCII, and says the same", async () => {
    const code = await files();
    expect(code).toContain("gr\\u00fc\\u00df \\ud83c\\udf0d");
    expect(code).not.toMatch(/[^\0-\u007f]/);
  });

  test("is not indented, except for texts of several lines", async () => {
    const code = await files();
    expect(code).toContain(TEXT);
    expect(code.replace(TEXT, "")).not.toMatch(/^\t/m);
  });
});

test("types stay as they are", async () => {
  const code = await built({ format: "esm", entryFileNames: "[name].d.ts" });
  expect(code["one.d.ts"]).toContain("gr\u00fc\u00df");
});
