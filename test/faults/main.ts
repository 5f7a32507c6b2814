/** A run in a process of its own, so that nothing else holds connections and timers: `main.ts <calls> <seed>`. */
import "../../scripts/lib/forget-aws-settings.js";
import { setMaxListeners } from "node:events";
import { reportOn } from "./report.js";
import { type FaultRunOptions, runFaults } from "./run-faults.js";

/** Calls at a time. */
const CONCURRENCY = 200;

/** Milliseconds between two words on how far it has come. */
const PROGRESS = 2000;

// Two hundred calls may listen to one signal.
setMaxListeners(0);
const [calls, seed] = process.argv.slice(2).map(Number);
const options: FaultRunOptions = {
  calls: calls ?? 0,
  seed: seed ?? 0,
  concurrency: CONCURRENCY,
  onSettled: countTo(calls ?? 0),
};
const report = reportOn(await runFaults(options), options.calls >= 1000);
console.log(`\n${report.text}`);
// What was left behind has been counted, and is not to keep the run from ending.
process.exit(report.isGood ? 0 : 1);

function countTo(total: number): () => void {
  let count = 0;
  let next = 0;
  return () => {
    count++;
    if (performance.now() < next && count < total) return;
    next = performance.now() + PROGRESS;
    console.log(`  ${count} of ${total} calls`);
  };
}
