import { expect, test } from "@jest/globals";
import type { Plugin } from "rolldown";
import { bundle } from "../../codegen/src/testing/bundle.js";
import { plainRequires } from "./plain-requires.js";

/** In ES modules as Node knows them, whose imports of CommonJS get it as `default`. */
const SOURCES = {
  "one.mjs":
    'import http from "node:http";\nexport const agents = [new http.Agent(), http.globalAgent];\nexport { shared } from "./both.mjs";',
  "two.mjs":
    'export { shared } from "./both.mjs";\nexport const chain = async () => {\n  try {\n    return (await import("peer")).chain;\n  } catch {}\n};',
  "both.mjs": 'import https from "node:https";\nexport const shared = https.Agent;',
};

const built = (format: "esm" | "cjs", ...plugins: Plugin[]) =>
  bundle(SOURCES, {
    entries: ["one.mjs", "two.mjs"],
    plugins,
    output: {
      format,
      dynamicImportInCjs: false,
      codeSplitting: { groups: [{ name: "both", minShareCount: 2 }] },
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name].cjs",
    },
  });

test("modules of Node are taken as they are, without the bundler's helpers", async () => {
  expect(Object.keys(await built("cjs"))).toContain("rolldown-runtime.cjs");
  const files = await built("cjs", plainRequires);
  expect(Object.keys(files).sort()).toEqual(["both.cjs", "one.cjs", "two.cjs"]);
  expect(files["one.cjs"]).toMatch(
    /let (\w+) = require\("node:http"\);\n.*\[new \1\.Agent\(\), \1\.globalAgent\]/,
  );
  expect(Object.values(files).join("")).not.toContain("rolldown_runtime");
});

test("what is loaded later is required within `try`", async () => {
  const { "two.cjs": code } = await built("cjs", plainRequires);
  expect(code).toMatch(/try \{\s+return require\("peer"\)\.chain;/);
});

test("ES modules stay as they are", async () => {
  expect(await built("esm", plainRequires)).toEqual(await built("esm"));
});

test("the build fails where the helpers are not", async () => {
  const renamed: Plugin = {
    name: "another-version",
    generateBundle(_options, files) {
      for (const file of Object.values(files))
        file.fileName = file.fileName.replace("rolldown-runtime", "helpers");
    },
  };
  await expect(built("cjs", renamed, plainRequires)).rejects.toThrow(
    /There is no rolldown-runtime\.cjs to drop, only /,
  );
});

test("the build fails where the helpers are taken in another form", async () => {
  const changed: Plugin = {
    name: "another-version",
    renderChunk: (code) => code.replace(/, 1\)/g, ", 2)"),
  };
  await expect(built("cjs", changed, plainRequires)).rejects.toThrow(
    /\w+\.cjs takes more of the bundler's helpers than is known here/,
  );
});
