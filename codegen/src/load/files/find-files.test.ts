import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type TemporaryFolder, temporaryFolder } from "../../testing/temporary-folder.js";
import { displayPath, findFiles } from "./find-files.js";

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
  await folder.write({ "b/a.yaml": "", "a.json": "{}", "extensions/x/y.ts": "" });
  const given = relative(process.cwd(), folder.path);
  const found = await findFiles([`${given}/.`, `${given}/b/a.yaml`, `${given}/b/../b/`]);
  expect(found.diagnostics).toEqual([]);
  expect(found.models).toEqual([
    { path: join(folder.path, "a.json"), file: `${given}/a.json` },
    { path: join(folder.path, "b", "a.yaml"), file: `${given}/b/a.yaml` },
  ]);
  expect(found.extensions.map(({ relativePath, file }) => [relativePath, file])).toEqual([
    ["x/y.ts", `${given}/extensions/x/y.ts`],
  ]);
});
