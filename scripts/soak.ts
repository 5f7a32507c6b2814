/**
 * Runs the workload of a thousand apps against a local service in another process, two hundred at a time. Checks that every
 * job is polled to its end and not after it, that none is started twice, that client and service agree on every call, and
 * that memory stays flat: `npm run soak -- [--apps N] [--in-flight N] [--seed S] [--json FILE]`. The command that it prints
 * first plans the same workload again.
 */
import "./lib/forget-aws-settings.js";
import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { SEEDS } from "./lib/read-count.js";
import { readSoakOptions, type SoakOptions, USAGE } from "./lib/soak-options.js";
import { inMegabytes } from "./soak/memory/find-growth.js";
import type { MemorySample } from "./soak/memory/memory-samples.js";
import { createReport } from "./soak/report.js";
import { runSoak } from "./soak/run-soak.js";

/** Milliseconds between two lines of progress. */
const PROGRESS_INTERVAL = 2000;

const options = readOptions();
process.exitCode = options === undefined ? 1 : await soak(options);

function readOptions(): SoakOptions | undefined {
  try {
    return readSoakOptions(process.argv.slice(2), randomInt(1, SEEDS));
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${USAGE}`);
    return undefined;
  }
}

async function soak(options: SoakOptions): Promise<number> {
  const { seed, apps, inFlight, json } = options;
  const repeat = `To repeat: npm run soak -- --seed ${seed} --apps ${apps} --in-flight ${inFlight}`;
  console.log(repeat);
  const run = await runSoak(options, printProgress(apps));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(run, null, 2)}\n`);
  const report = createReport(run);
  console.log(`\n${report.text}\n\n${repeat}`);
  return report.isGood ? 0 : 1;
}

/** @returns a function that takes the latest sample */
function printProgress(total: number): (sample: MemorySample) => void {
  let last: MemorySample | undefined;
  const print = (): void => {
    const memory = last && `, heap ${inMegabytes(last.heap)}, rss ${inMegabytes(last.rss)}`;
    console.log(`  ${last?.apps ?? 0} of ${total} apps${memory ?? ""}`);
  };
  setInterval(print, PROGRESS_INTERVAL).unref();
  return (sample) => {
    last = sample;
  };
}
