import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { VERSION } from "./version.js";

test("the version is the package's", () => {
  const text = readFileSync(join(process.cwd(), "codegen", "package.json"), "utf8");
  expect(JSON.parse(text)).toMatchObject({ version: VERSION });
});
