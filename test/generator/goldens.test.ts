import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { isUpdate } from "../support/file-snapshot.js";
import { GOLDENS, generateGolden } from "./generate-golden.js";
import { GOLDEN_SCENARIOS } from "./golden-scenarios.js";

/** What is committed of a scenario, by path. */
function committed(name: string): ReadonlyMap<string, string> {
  const folder = join(GOLDENS, name, "generated");
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")];
    }),
  );
}

function update(name: string, files: ReadonlyMap<string, string>): void {
  const folder = join(GOLDENS, name, "generated");
  rmSync(folder, { recursive: true, force: true });
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}

test("every folder of goldens is a scenario, and every scenario a folder", () => {
  expect(readdirSync(GOLDENS).sort()).toEqual(GOLDEN_SCENARIOS.map(({ name }) => name).sort());
});

describe.each(GOLDEN_SCENARIOS)("golden $name: $shows", ({ name, files }) => {
  test("is what the generator makes of its model", () => {
    const generated = generateGolden(name);
    const shown = new Map(files.map((path) => [path, generated.get(path) ?? "(not generated)"]));
    if (isUpdate) update(name, shown);
    expect(Object.fromEntries(committed(name))).toEqual(Object.fromEntries(shown));
  });
});
