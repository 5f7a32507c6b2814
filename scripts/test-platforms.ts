/**
 * Tells one story, `test/platforms/story.ts`, on every platform that this machine has beside Node:
 * `npm run test:platforms -- [--runs N] [--seed S]`. A platform that is missing is skipped, and said so.
 */
import { parseArgs } from "node:util";
import type { Check } from "../test/platforms/checks.js";
import { chromium } from "../test/platforms/chromium.js";
import type { Platform } from "../test/platforms/platform.js";
import { startService } from "../test/platforms/service.js";
import { readCount, SEEDS } from "./lib/read-count.js";
import { runOrFail } from "./lib/run.js";

const PLATFORMS: readonly Platform[] = [chromium];

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const settings = {
  runs: readCount("--runs", values.runs ?? "300", 1_000_000),
  seed: readCount("--seed", values.seed ?? "20200811", SEEDS - 1),
};

const counts = { passed: 0, failed: 0 };
let isPrepared = false;
for (const platform of PLATFORMS) {
  const found = platform.find();
  if ("missing" in found) {
    console.log(`SKIPPED: ${platform.name}: ${found.missing}`);
    continue;
  }
  if (!isPrepared) await prepare();
  isPrepared = true;
  await tryOn(platform, found.path);
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
if (counts.failed > 0) process.exitCode = 1;

/** Drivers have a lock file of their own; the packages are tried as they are published. */
async function prepare(): Promise<void> {
  await runOrFail("npm", ["ci", "--prefix", "test/platforms", "--ignore-scripts"], { quiet: true });
  await runOrFail("npm", ["run", "build"], { quiet: true });
}

async function tryOn({ name, facts, run }: Platform, path: string): Promise<void> {
  await using local = await startService();
  const { service, hasty, hastyTimeout, nowhere } = local;
  const world = { service, hasty, hastyTimeout, nowhere, ...settings, ...facts };
  const { version, checks } = await run(path, world);
  console.log(`${name} ${version}`);
  checks.forEach(report);
}

function report({ title, figures, failure }: Check): void {
  counts[failure === undefined ? "passed" : "failed"]++;
  const more = failure ?? figures;
  console.log(
    `  ${failure === undefined ? "ok" : "FAILED"}: ${title}${more === undefined ? "" : ` (${more})`}`,
  );
}
