import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { DIFFERENCES_PAGE, differences } from "./support/differences.js";

/** Folders of the suites, in the order in which the page has their rows. */
const FOLDERS = [
  ...["requests", "responses", "errors", "configuration", "credentials", "retries", "handlers", "types"],
  "migration",
];

describe(DIFFERENCES_PAGE, () => {
  test("has rows, each with an id of its own", () => {
    const ids = differences.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("has its rows in the order of the suites", () => {
    const places = differences.map(({ id, test }) => ({
      id,
      folder: FOLDERS.indexOf(test.split("/")[2] ?? ""),
    }));
    expect(places).toEqual([...places].sort((left, right) => left.folder - right.folder));
  });

  test.each(differences.map((row) => [row.id, row] as const))(
    "%s says everything, and has its test",
    (id, row) => {
      expect(Object.entries(row).filter(([, cell]) => cell === "")).toEqual([]);
      expect([row.test, existsSync(row.test)]).toEqual([row.test, true]);
      expect(readFileSync(row.test, "utf8")).toContain(`difference("${id}")`);
    },
  );
});
