import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One deliberate difference from the official client. */
export interface Difference {
  readonly id: string;
  readonly what: string;
  readonly official: string;
  readonly ours: string;
  readonly why: string;
  /** Path of the test that shows the difference, from the root. */
  readonly test: string;
}

/** Where the table stands. */
export const DIFFERENCES_PAGE = join("docs", "differences.md");

const COLUMNS = 6;

/** The rows of the difference table, as the documentation has them. */
export const differences: readonly Difference[] = readFileSync(DIFFERENCES_PAGE, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .map(readRow)
  // The head.
  .filter(({ id }) => id !== "id" && id !== "---");

function readRow(line: string): Difference {
  const cells = line.split(/(?<!\\)\|/).slice(1, -1);
  if (cells.length !== COLUMNS)
    throw new Error(`${DIFFERENCES_PAGE}: ${COLUMNS} columns are due in: ${line}`);
  const [id = "", what = "", official = "", ours = "", why = "", test = ""] = cells.map((cell) =>
    cell.trim(),
  );
  return { id, what, official, ours, why, test: test.replaceAll("`", "") };
}

/**
 * The title of a test that shows a deliberate difference.
 *
 * @throws Error where the documentation has no such row
 */
export const difference = (id: string): string => {
  const row = differences.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`${DIFFERENCES_PAGE} has no row ${id}.`);
  return `differs: ${id}: ${row.what}`;
};
