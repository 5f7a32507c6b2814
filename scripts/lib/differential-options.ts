import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { readCount, SEEDS } from "./read-count.js";

/** What `npm run test:differential` is asked for. */
export interface DifferentialOptions {
  /** Tries of each property. */
  readonly runs: number;
  /** What makes the tries; the same seed makes the same. */
  readonly seed: number;
  /** Folders below `test/differential`; all, if there are none. */
  readonly suites: readonly string[];
}

/** Tries of each property where nobody says how many. */
const DEFAULT_RUNS = "100";

/** Where the suites are. */
export const SUITES = "test/differential";

export const USAGE = "npm run test:differential -- [--runs N] [--seed S] [suite…]";

/**
 * Reads the arguments of `npm run test:differential`.
 *
 * @param randomSeed - the seed where none is given
 * @throws Error that says what is wrong with them
 */
export const readDifferentialOptions = (args: readonly string[], randomSeed: number): DifferentialOptions => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { runs: { type: "string" }, seed: { type: "string" } },
    allowPositionals: true,
  });
  return {
    runs: readCount("--runs", values.runs ?? DEFAULT_RUNS, Number.MAX_SAFE_INTEGER),
    seed: readCount("--seed", values.seed ?? String(randomSeed), SEEDS - 1),
    suites: positionals.map(readSuite),
  };
};

const readSuite = (name: string): string => {
  const suites = readdirSync(SUITES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  if (suites.includes(name)) return name;
  throw new Error(`There is no suite ${JSON.stringify(name)}: ${suites.join(", ")}.`);
};
