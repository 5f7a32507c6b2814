import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SoakOptions } from "../lib/soak-options.js";
import { Ledger, readLedgers } from "./books/ledger.js";
import { findMisses, type Misses } from "./checks/find-misses.js";
import { liveDay } from "./day/live-day.js";
import { openSite } from "./day/site.js";
import { countFigures, type Figure } from "./figures.js";
import { type Growth, measureGrowth } from "./memory/find-growth.js";
import type { MemorySample } from "./memory/memory-samples.js";
import { SPEED } from "./plan/pace.js";
import { SoakService } from "./service/service.js";

/** What came out of a day. */
export interface SoakRun {
  readonly options: SoakOptions;
  readonly figures: readonly Figure[];
  readonly misses: Misses;
  readonly samples: readonly MemorySample[];
  readonly growths: readonly Growth[];
  /** Of the machine. */
  readonly seconds: number;
  /** That the same would take in earnest. */
  readonly hours: number;
}

/** Lives a day against a local service in another process, and compares what the followers saw with its books. */
export const runSoak = async (
  options: SoakOptions,
  onProgress: (sample: MemorySample) => void,
): Promise<SoakRun> => {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-soak-"));
  const service = await SoakService.start(options.seed);
  const ledger = new Ledger(folder, "day");
  const site = openSite(service.connection, ledger, options.sabotage);
  try {
    const start = performance.now();
    const samples = await liveDay({ site, service, folder }, options, onProgress);
    const seconds = (performance.now() - start) / 1000;
    site.client.destroy();
    const evidence = { books: await service.books(folder), entries: readLedgers(folder) };
    const growths = measureGrowth(samples);
    return {
      options,
      figures: countFigures(evidence),
      misses: findMisses(evidence, growths),
      samples,
      growths,
      seconds,
      hours: (seconds * SPEED) / 3600,
    };
  } finally {
    service.stop();
    ledger.close();
    rmSync(folder, { recursive: true });
  }
};
