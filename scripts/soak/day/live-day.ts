import type { SoakOptions } from "../../lib/soak-options.js";
import { type MemorySample, takeSample } from "../memory/memory-samples.js";
import { planApp } from "../plan/plan-app.js";
import { leak } from "../sabotage.js";
import { type Day, liveApp } from "./live-app.js";

/** Samples of memory that are taken in a day, at most. */
const SAMPLES = 60;

/** Lives all apps of a day, so many at a time. @returns how the memory was while that many were in flight */
export const liveDay = async (
  day: Day,
  { seed, apps, inFlight }: Pick<SoakOptions, "seed" | "apps" | "inFlight">,
  onProgress: (sample: MemorySample) => void,
): Promise<readonly MemorySample[]> => {
  const all = [takeSample(0)];
  const steady: MemorySample[] = [];
  const every = Math.max(1, Math.floor(apps / SAMPLES));
  let begun = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (begun < apps) {
      await liveApp(day, planApp(seed, begun++));
      done += 1;
      if (day.site.sabotage === "leaks") leak();
      if (done % every > 0) continue;
      const sample = takeSample(done);
      all.push(sample);
      // At the beginning all apps do the same, and code is compiled; at the end fewer and fewer are left.
      if (done >= apps / 10 && begun < apps) steady.push(sample);
      onProgress(sample);
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, apps) }, work));
  // Of a day that is over before it is steady, what there is has to do.
  return steady.length < 2 ? all : steady;
};
