import { spawnSync } from "node:child_process";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type TemporaryFolder, temporaryFolder } from "../testing/temporary-folder.js";

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder.path, "bin"));
  await copyFile(
    join(process.cwd(), "codegen", "bin", "tinsmith.js"),
    join(folder.path, "bin", "tinsmith.mjs"),
  );
});

afterEach(() => folder.remove());

const run = () =>
  spawnSync(process.execPath, [join(folder.path, "bin", "tinsmith.mjs"), "--version"], { encoding: "utf8" });

test("the command says what to do where it is not built", () => {
  const { status, stderr } = run();
  expect([status, stderr]).toEqual([1, expect.stringContaining("npm run build")]);
});

test("the command runs what is built", async () => {
  await folder.write({
    "package.json": '{ "type": "module" }',
    "dist/cli.js":
      'export const main = async () => { process.stdout.write(process.argv.slice(2).join(" ")); process.exitCode = 3; };',
  });
  const { status, stdout } = run();
  expect([status, stdout]).toEqual([3, "--version"]);
});
