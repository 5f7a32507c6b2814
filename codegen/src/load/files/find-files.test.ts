import { spawnSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { tell } from "../../testing/model-text.js";
import { type TemporaryFolder, temporaryFolder } from "../../testing/temporary-folder.js";
import { displayPath } from "./display-path.js";
import { findFiles } from "./find-files.js";
import { walkFolder } from "./walk-folder.js";

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder.remove());

test("paths are shown as they were given, and relative where they lie below the working directory", () => {
  expect(displayPath(join(process.cwd(), "model", "a.yaml"))).toBe("model/a.yaml");
  expect(displayPath("model/a.yaml")).toBe("model/a.yaml");
  expect(displayPath("../model/a.yaml")).toBe("../model/a.yaml");
  expect(displayPath("/elsewhere/a.yaml")).toBe("/elsewhere/a.yaml");
  expect(displayPath("..model/a.yaml")).toBe("..model/a.yaml");
});

test("what is found below a relative path is shown below it, and once however it was given", async () => {
  await folder.write({ "b/a.yaml": "", "a.json": "{}", "c.YML": "", "extensions/x/y.ts": "" });
  const given = relative(process.cwd(), folder.path);
  const found = await findFiles([`${given}/.`, `${given}/b/../b/`]);
  expect(found.diagnostics).toEqual([]);
  expect(found.models.map(({ path, file }) => [path, file])).toEqual([
    [join(folder.path, "b", "a.yaml"), `${given}/b/a.yaml`],
    [join(folder.path, "a.json"), `${given}/a.json`],
    [join(folder.path, "c.YML"), `${given}/c.YML`],
  ]);
  expect(found.extensions.map(({ relativePath, file }) => [relativePath, file])).toEqual([
    ["x/y.ts", `${given}/extensions/x/y.ts`],
  ]);
});

test("generated code names files from the given folder on, wherever the command runs", async () => {
  await folder.write({ "model/deep/a.yaml": "", "model/extensions/x/y.ts": "" });
  const root = join(folder.path, "model");
  const sources = async (path: string): Promise<string[]> => {
    const { models, extensions } = await findFiles([path]);
    return [...models, ...extensions].map(({ source }) => source);
  };
  const expected = ["model/deep/a.yaml", "model/extensions/x/y.ts"];
  expect(await sources(root)).toEqual(expected);
  expect(await sources(`${relative(process.cwd(), root)}/`)).toEqual(expected);
  expect(await sources(join(root, "deep", "a.yaml"))).toEqual(["deep/a.yaml"]);
});

describe("links", () => {
  test("to a file or folder that is there already make no second one; the first name counts", async () => {
    await folder.write({ "one/a.yaml": "", "one/extensions/local.ts": "" });
    await symlink("a.yaml", join(folder.path, "one", "b.yaml"));
    await symlink("one", join(folder.path, "two"));
    for (const paths of [
      ["one", "two"],
      ["two", "one"],
    ]) {
      const found = await findFiles(paths.map((path) => join(folder.path, path)));
      expect(found.diagnostics).toEqual([]);
      expect([...found.models, ...found.extensions].map(({ source }) => source)).toEqual([
        "one/a.yaml",
        "one/extensions/local.ts",
      ]);
    }
  });

  test("that lead back are not followed", async () => {
    await folder.write({ "a/b/c.yaml": "" });
    await symlink("..", join(folder.path, "a", "b", "up"));
    const file = join(folder.path, "a", "b", "c.yaml");
    expect((await walkFolder(folder.path)).map(({ path }) => path)).toEqual([file]);
    expect((await findFiles([folder.path])).models.map(({ path }) => path)).toEqual([file]);
  });

  test("that lead nowhere are told where a model file is expected", async () => {
    await folder.write({ "a.yaml": "" });
    await symlink("nowhere", join(folder.path, "b.yaml"));
    await symlink("nowhere", join(folder.path, "notes"));
    await symlink("c.json", join(folder.path, "c.json"));
    const { diagnostics } = await findFiles([folder.path]);
    expect(tell(diagnostics).map((line) => line.replace(`${folder.path}/`, ""))).toEqual([
      "b.yaml:1:1 cannot be read: it does not exist (ENOENT)",
      "c.json:1:1 cannot be read: its links lead in a circle (ELOOP)",
    ]);
  });
});

test("a folder called like a model file is searched, and a pipe is never waited for", async () => {
  await folder.write({ "dir.yaml/a.yaml": "" });
  spawnSync("mkfifo", [join(folder.path, "pipe.yaml")]);
  const found = await findFiles([folder.path]);
  expect(found.models.map(({ path }) => path)).toEqual([join(folder.path, "dir.yaml", "a.yaml")]);
  expect(tell(found.diagnostics).map((line) => line.replace(`${folder.path}/`, ""))).toEqual([
    "pipe.yaml:1:1 cannot be read: it is no file",
  ]);
  expect(tell((await findFiles([join(folder.path, "pipe.yaml")])).diagnostics)[0]).toContain(
    "not a model file",
  );
});
