import type { SoakOptions } from "../../lib/soak-options.js";
import { type MemorySample, takeSample } from "../memory/memory-samples.js";
import { planApp } from "../plan/plan-app.js";
import { leak } from "../sabotage.js";
import { runApp, type SoakSetup } from "./run-app.js";

/** The most memory samples that a run takes. */
const SAMPLES = 60;

/** Runs all apps, so many at a time. @returns memory samples from while that many were in flight */
export const runWorkload = async (
  setup: SoakSetup,
  { seed, apps, inFlight }: Pick<SoakOptions, "seed" | "apps" | "inFlight">,
  onProgress: (sample: MemorySample) => void,
): Promise<readonly MemorySample[]> => {
  const all = [takeSample(0)];
  const steady: MemorySample[] = [];
  const every = Math.max(1, Math.floor(apps / SAMPLES));
  let started = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (started < apps) {
      await runApp(setup, planApp(seed, started++));
      done += 1;
      if (setup.context.sabotage === "leaks") leak();
      if (done % every > 0) continue;
      const sample = takeSample(done);
      all.push(sample);
      // At the beginning all apps do the same, and code is compiled; at the end fewer and fewer are left.
      if (done >= apps / 10 && started < apps) steady.push(sample);
      onProgress(sample);
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, apps) }, worker));
  // A run that is over before it is steady has only these.
  return steady.length < 2 ? all : steady;
};
