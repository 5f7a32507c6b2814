import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";

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

/** One more than the greatest seed: fast-check's are 32 bits wide, sign included. */
export const SEEDS = 2 ** 31;

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

const readCount = (option: string, text: string, max: number): number => {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= max) return count;
  throw new Error(`${option} must be a whole number from 1 to ${max}, not ${JSON.stringify(text)}.`);
};

const readSuite = (name: string): string => {
  const suites = readdirSync(SUITES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  if (suites.includes(name)) return name;
  throw new Error(`There is no suite ${JSON.stringify(name)}: ${suites.join(", ")}.`);
};
