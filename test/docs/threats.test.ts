import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";

const PAGE = "docs/threats.md";
const HEAD = ["hazard", "official client", "this client", "test"];
const UNCOVERED = "\n## Not covered\n";

const [covered = "", uncovered = ""] = readFileSync(PAGE, "utf8").split(UNCOVERED);

/** The rows of all tables in a text, heads included. */
const readRows = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("|") && !line.startsWith("| ---"))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

const isHead = ([first]: readonly string[]): boolean => first === HEAD[0];
const rows = readRows(covered).filter((row) => !isHead(row));

/** Paths of the tests that a row names. */
const testsOf = (row: readonly string[]): string[] =>
  [...(row[3] ?? "").matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);

describe(PAGE, () => {
  test("has its tables under one head", () => {
    expect(rows.length).toBeGreaterThan(40);
    for (const head of readRows(covered).filter(isHead)) expect(head).toEqual(HEAD);
  });

  test("names a hazard once", () => {
    const hazards = [...rows, ...readRows(uncovered)].map(([hazard]) => hazard);
    expect([...new Set(hazards)]).toEqual(hazards);
  });

  test.each(rows.map((row) => [row[0] ?? "", row] as const))("%s: has its tests", (_, row) => {
    expect(row.filter((cell) => cell !== "")).toHaveLength(HEAD.length);
    const paths = testsOf(row);
    expect(paths).not.toEqual([]);
    for (const path of paths) {
      expect([path, existsSync(path)]).toEqual([path, true]);
      expect([path, /^\s*test(?:\.each)?[(<]/m.test(readFileSync(path, "utf8"))]).toEqual([path, true]);
    }
  });

  test("says of what is not covered why", () => {
    for (const row of readRows(uncovered)) expect(row.filter((cell) => cell !== "")).toHaveLength(2);
  });

  test.each(["README.md", "SECURITY.md"])("is linked to by %s", (file) => {
    expect(readFileSync(file, "utf8")).toContain(`(${PAGE})`);
  });
});
