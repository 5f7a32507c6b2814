import { parseArgs } from "node:util";
import { isSabotage, SABOTAGES, type Sabotage } from "../soak/sabotage.js";
import { readCount, SEEDS } from "./read-count.js";

/** The options of `npm run soak`. */
export interface SoakOptions {
  /** Decides each app's jobs and faults; the same seed makes the same plan. */
  readonly seed: number;
  readonly apps: number;
  /** Apps at a time, each with a poller or two. */
  readonly inFlight: number;
  /** File for the figures. */
  readonly json?: string | undefined;
  /** A defect to inject, to see that the checks notice it. */
  readonly sabotage?: Sabotage | undefined;
}

export const USAGE = `npm run soak -- [--apps N] [--in-flight N] [--seed S] [--json FILE] [--sabotage ${SABOTAGES.join("|")}]`;

const DEFAULT_APPS = "1000";
const DEFAULT_IN_FLIGHT = "200";

/**
 * Reads the arguments of `npm run soak`.
 *
 * @param randomSeed - the seed where none is given
 * @throws Error that says what is wrong with them
 */
export const readSoakOptions = (args: readonly string[], randomSeed: number): SoakOptions => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { apps: text, "in-flight": text, seed: text, json: text, sabotage: text },
  });
  const { sabotage } = values;
  if (sabotage !== undefined && !isSabotage(sabotage)) {
    throw new Error(`--sabotage must be one of ${SABOTAGES.join(", ")}, not ${JSON.stringify(sabotage)}.`);
  }
  return {
    seed: readCount("--seed", values.seed ?? String(randomSeed), SEEDS - 1),
    apps: readCount("--apps", values.apps ?? DEFAULT_APPS, 100_000),
    inFlight: readCount("--in-flight", values["in-flight"] ?? DEFAULT_IN_FLIGHT, 10_000),
    json: values.json,
    sabotage,
  };
};
