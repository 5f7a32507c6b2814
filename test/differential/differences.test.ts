import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { DIFFERENCES_PAGE, differences } from "./support/differences.js";

describe(DIFFERENCES_PAGE, () => {
  test("has rows, each with an id of its own", () => {
    const ids = differences.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
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
