/**
 * Lets everything go wrong between the client and a local service, and checks that nothing is done twice, nothing lost
 * and nothing left behind: `npm run test:faults -- [--calls N] [--seed S]`. What it prints at the start repeats the run.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { type FaultOptions, readFaultOptions, USAGE } from "./lib/fault-options.js";
import { SEEDS } from "./lib/read-count.js";

const options = readOptions();
process.exitCode = options === undefined ? 1 : run(options);

function readOptions(): FaultOptions | undefined {
  try {
    return readFaultOptions(process.argv.slice(2), randomInt(1, SEEDS));
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${USAGE}`);
    return undefined;
  }
}

function run({ calls, seed }: FaultOptions): number {
  const repeat = `To repeat: npm run test:faults -- --calls ${calls} --seed ${seed}`;
  console.log(repeat);
  // From source, which needs no build: other scripts run what is built, by a configuration of their own.
  const program = ["node_modules/tsx/dist/cli.mjs", "--tsconfig", "tsconfig.json", "test/faults/main.ts"];
  const { status } = spawnSync(process.execPath, [...program, String(calls), String(seed)], {
    stdio: "inherit",
  });
  console.log(repeat);
  return status ?? 1;
}
