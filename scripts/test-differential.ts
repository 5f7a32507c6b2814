/**
 * Compares the client with the official one, with random inputs:
 * `npm run test:differential -- [--runs N] [--seed S] [suite…]`. What it prints at the start repeats the run.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { createRequire } from "node:module";
import {
  type DifferentialOptions,
  readDifferentialOptions,
  SUITES,
  USAGE,
} from "./lib/differential-options.js";
import { needsBuild } from "./lib/needs-build.js";
import { SEEDS } from "./lib/read-count.js";
import { runOrFail } from "./lib/run.js";

const options = readOptions();
process.exitCode = options === undefined ? 1 : await runSuites(options);

function readOptions(): DifferentialOptions | undefined {
  try {
    return readDifferentialOptions(process.argv.slice(2), randomInt(1, SEEDS));
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${USAGE}`);
    return undefined;
  }
}

async function runSuites({ runs, seed, suites }: DifferentialOptions): Promise<number> {
  const { name, version } = createRequire(import.meta.url)("@aws-sdk/client-amplifybackend/package.json") as {
    name: string;
    version: string;
  };
  const again = ["--runs", runs, "--seed", seed, ...suites].join(" ");
  const repeat = `To repeat: npm run test:differential -- ${again}`;
  console.log(`Against ${name} ${version}. ${repeat}`);
  const folders = suites.length === 0 ? [SUITES] : suites.map((suite) => `${SUITES}/${suite}/`);
  if (folders.some(needsBuild)) await runOrFail("npm", ["run", "build"], { quiet: true });
  const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "--ci", ...folders];
  const { status } = spawnSync(process.execPath, jest, {
    stdio: "inherit",
    env: {
      ...process.env,
      TINSMITH_DIFFERENTIAL_RUNS: String(runs),
      TINSMITH_DIFFERENTIAL_SEED: String(seed),
    },
  });
  // What was printed at the start is out of sight by now.
  if (status !== 0) console.error(repeat);
  return status ?? 1;
}
