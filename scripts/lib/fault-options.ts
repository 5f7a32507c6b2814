import { parseArgs } from "node:util";
import { readCount, SEEDS } from "./read-count.js";

/** What `npm run test:faults` is asked for. */
export interface FaultOptions {
  /** Calls to make. */
  readonly calls: number;
  /** Says what goes wrong; the same seed lets the same go wrong. */
  readonly seed: number;
}

/** Calls where nobody says how many: about half a minute. */
const DEFAULT_CALLS = "2000";

export const USAGE = "npm run test:faults -- [--calls N] [--seed S]";

/**
 * Reads the arguments of `npm run test:faults`; `--runs` is another word for `--calls`.
 *
 * @param randomSeed - the seed where none is given
 * @throws Error that says what is wrong with them
 */
export const readFaultOptions = (args: readonly string[], randomSeed: number): FaultOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: { calls: { type: "string" }, runs: { type: "string" }, seed: { type: "string" } },
  });
  return {
    calls: readCount("--calls", values.calls ?? values.runs ?? DEFAULT_CALLS, 1_000_000),
    seed: readCount("--seed", values.seed ?? String(randomSeed), SEEDS - 1),
  };
};
