import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { tell } from "../../testing/model-text.js";
import { type TemporaryFolder, temporaryFolder } from "../../testing/temporary-folder.js";
import { readFiles } from "./read-files.js";

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(() => folder.remove());

test("texts have no byte order mark, and end their lines in LF, extensions too", async () => {
  await folder.write({ "a.yaml": "\uFEFFone\r\ntwo\n", "extensions/b.ts": "\uFEFFa\r\nb\rc\n" });
  const { texts, extensions, isAll } = await readFiles([folder.path]);
  expect([...texts.map(({ text }) => text), ...extensions.map(({ contents }) => contents), isAll]).toEqual([
    "one\ntwo\n",
    "a\nb\nc\n",
    true,
  ]);
});

test("a text of another encoding is told at its first foreign character, and those of other files are read", async () => {
  await writeFile(join(folder.path, "a.yaml"), Buffer.from("one: 1\ntwo: Sch\xf6n\n", "latin1"));
  await writeFile(join(folder.path, "b.json"), Buffer.from("\uFEFF{}", "utf16le"));
  await mkdir(join(folder.path, "extensions"));
  await writeFile(join(folder.path, "extensions", "c.ts"), Buffer.from([0x80]));
  await folder.write({ "d.yaml": "fine" });
  const { texts, isAll, diagnostics } = await readFiles([folder.path]);
  expect(texts.map(({ text }) => text)).toEqual(["fine"]);
  expect(isAll).toBe(false);
  expect(tell(diagnostics).map((line) => line.replace(`${folder.path}/`, ""))).toEqual(
    ["a.yaml:2:9", "b.json:1:1", "extensions/c.ts:1:1"].map(
      (place) => `${place} this is not UTF-8 → Save the file as UTF-8.`,
    ),
  );
});
