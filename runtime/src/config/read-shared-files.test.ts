import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { readSharedFiles } from "./read-shared-files.js";

const NOT_NAMED = { config: undefined, credentials: undefined };
const { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE, ...variables } = process.env;
const before = process.env;
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "tinsmith-home-"));
  process.env = { ...variables, HOME: home };
});

afterEach(() => {
  process.env = before;
});

test("a home without the folder of the files has none", async () => {
  expect(await readSharedFiles(NOT_NAMED)).toEqual({ config: {}, credentials: {} });
});

test.each([
  ["config", { config: { default: { region: "eu-north-1" } }, credentials: {} }],
  ["credentials", { config: {}, credentials: { default: { region: "eu-north-1" } } }],
])("a home may have %s alone", async (name, files) => {
  mkdirSync(join(home, ".aws"));
  writeFileSync(join(home, ".aws", name), "[default]\nregion = eu-north-1\n");
  expect(await readSharedFiles(NOT_NAMED)).toEqual(files);
});

test("a file that is named is read, whatever the home has", async () => {
  const path = join(home, "elsewhere");
  writeFileSync(path, "[default]\nregion = eu-north-1\n");
  expect(await readSharedFiles({ ...NOT_NAMED, config: path })).toEqual({
    config: { default: { region: "eu-north-1" } },
    credentials: {},
  });
  expect(await readSharedFiles({ ...NOT_NAMED, config: "~/elsewhere" })).toMatchObject({
    config: { default: { region: "eu-north-1" } },
  });
});
