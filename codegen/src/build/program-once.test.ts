import { expect, test } from "@jest/globals";
import { bundle } from "../testing/bundle.js";
import { programOnce } from "./program-once.js";

const built = (format: "esm" | "cjs", names: readonly string[], ending = ".cjs") =>
  bundle(
    { index: "export const client = 1;", cli: "globalThis.run();" },
    { plugins: [programOnce(names)], output: { format, entryFileNames: `[name]${ending}` } },
  );

test("the program is dropped from CommonJS alone", async () => {
  expect(Object.keys(await built("cjs", ["cli"]))).toEqual(["index.cjs"]);
  expect(Object.keys(await built("esm", ["cli"], ".js")).sort()).toEqual(["cli.js", "index.js"]);
});

test("a package without a program keeps all files", async () => {
  expect(Object.keys(await built("cjs", [])).sort()).toEqual(["cli.cjs", "index.cjs"]);
});

test("a build without the program fails", async () => {
  await expect(built("cjs", ["cli"], ".js")).rejects.toThrow(
    /There is no cli\.cjs to drop, only \w+\.js, \w+\.js/,
  );
});
