/**
 * Compares the client with the official one, with random inputs: `npm run test:differential -- [--runs N] [--seed S]`.
 * What it prints at the start repeats the run.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";

/** Tries of each property where nobody says how many. */
const DEFAULT_RUNS = "100";

/** fast-check's seeds are 32 bits wide. */
const SEEDS = 2 ** 31;

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const runs = readCount("runs", values.runs ?? DEFAULT_RUNS);
const seed = readCount("seed", values.seed ?? String(randomInt(1, SEEDS)));

const { name, version } = createRequire(import.meta.url)("@aws-sdk/client-amplifybackend/package.json") as {
  name: string;
  version: string;
};
console.log(
  `Against ${name} ${version}. To repeat: npm run test:differential -- --runs ${runs} --seed ${seed}`,
);

const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "--ci", "test/differential"];
const { status } = spawnSync(process.execPath, jest, {
  stdio: "inherit",
  env: {
    ...process.env,
    TINSMITH_DIFFERENTIAL_RUNS: String(runs),
    TINSMITH_DIFFERENTIAL_SEED: String(seed),
  },
});
process.exitCode = status ?? 1;

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  console.error(`--${option} must be a whole number of at least 1, not ${JSON.stringify(text)}.`);
  process.exit(1);
}
