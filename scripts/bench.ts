/**
 * Measures what the client costs beside AWS's own: `npm run bench -- [--check] [--quick] [--only rows…]`. Prints a
 * table; a full run writes it as `docs/bench.json` and `docs/bench.svg`, too. With `--check`, a missed target is a failure.
 */
import "./lib/forget-aws-settings.js";
import { writeFileSync } from "node:fs";
import { startCompanion } from "./bench/companion.js";
import { type BenchOptions, GROUPS, type Group, readBenchOptions, USAGE } from "./bench/options.js";
import { drawPicture } from "./bench/picture.js";
import { createProgress } from "./bench/progress.js";
import { type BenchResult, describeMisses, type Row } from "./bench/result.js";
import { measureBundle } from "./bench/rows/bundle.js";
import { measureCalls } from "./bench/rows/calls.js";
import type { Measure } from "./bench/rows/context.js";
import { measureHeap } from "./bench/rows/heap.js";
import { measureImport } from "./bench/rows/import.js";
import { measureInstall } from "./bench/rows/install.js";
import { measureRegenerate } from "./bench/rows/regenerate.js";
import { measureStart } from "./bench/rows/start.js";
import { measureTypes } from "./bench/rows/types.js";
import { describeSetting } from "./bench/setting.js";
import { formatRows } from "./bench/table.js";
import { createWorld } from "./bench/world.js";

const MEASURES: Readonly<Record<Group, Measure>> = {
  start: measureStart,
  import: measureImport,
  calls: measureCalls,
  heap: measureHeap,
  bundle: measureBundle,
  install: measureInstall,
  types: measureTypes,
  regenerate: measureRegenerate,
};

const options = readOptions();
if (options === undefined) process.exitCode = 1;
else await bench(options);

function readOptions(): BenchOptions | undefined {
  try {
    return readBenchOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${USAGE}`);
    return undefined;
  }
}

async function bench({ groups, check, quick }: BenchOptions): Promise<void> {
  const result = await measure(groups, quick);
  console.log(formatRows(result.rows));
  console.log(
    Object.entries(result.setting)
      .map(([name, value]) => `${name}: ${value}`)
      .join(", "),
  );
  if (groups.length === GROUPS.length && !quick) write(result);
  const misses = describeMisses(result.rows);
  for (const miss of misses) console.error(`MISSED: ${miss}`);
  if (check && misses.length > 0) process.exitCode = 1;
}

async function measure(groups: readonly Group[], quick: boolean): Promise<BenchResult> {
  const progress = createProgress();
  await using world = await createWorld(progress.tell);
  using service = startCompanion<{ endpoint: string }>(world.ours, "service.mjs");
  const { endpoint } = await service.next();
  const setting = describeSetting(world.officialVersion);
  const rows: Row[] = [];
  for (const group of groups) {
    rows.push(...(await MEASURES[group]({ world, endpoint, quick, tell: progress.tell })));
  }
  progress.end();
  return { setting: setting(), rows };
}

/** Only what was measured in full is kept. */
function write(result: BenchResult): void {
  writeFileSync("docs/bench.svg", drawPicture(result));
  writeFileSync("docs/bench.json", `${JSON.stringify(result, null, 2)}\n`);
}
