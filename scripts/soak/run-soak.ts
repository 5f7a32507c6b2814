import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SoakOptions } from "../lib/soak-options.js";
import { findViolations, type Violations } from "./checks/find-violations.js";
import { countFigures, type Figure } from "./figures.js";
import { type Growth, measureGrowth } from "./memory/find-growth.js";
import type { MemorySample } from "./memory/memory-samples.js";
import { SPEED } from "./plan/timing.js";
import { EventLog, readEventLogs } from "./records/event-log.js";
import { SoakService } from "./service/service.js";
import { createClientContext } from "./workload/client-context.js";
import { runWorkload } from "./workload/run-workload.js";

/** The result of a run. */
export interface SoakRun {
  readonly options: SoakOptions;
  readonly figures: readonly Figure[];
  readonly violations: Violations;
  readonly samples: readonly MemorySample[];
  readonly growths: readonly Growth[];
  /** That the run took. */
  readonly seconds: number;
  /** That the same would take in reality. */
  readonly hours: number;
}

/** Runs the workload against a local service in another process, and compares what its clients saw with its records. */
export const runSoak = async (
  options: SoakOptions,
  onProgress: (sample: MemorySample) => void,
): Promise<SoakRun> => {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-soak-"));
  const service = await SoakService.start(options.seed);
  const log = new EventLog(folder, "main");
  const context = createClientContext(service.connection, log, options.sabotage);
  try {
    const start = performance.now();
    const samples = await runWorkload({ context, service, folder }, options, onProgress);
    const seconds = (performance.now() - start) / 1000;
    context.client.destroy();
    const evidence = { records: await service.readRecords(folder), events: readEventLogs(folder) };
    const growths = measureGrowth(samples);
    return {
      options,
      figures: countFigures(evidence),
      violations: findViolations(evidence, growths),
      samples,
      growths,
      seconds,
      hours: (seconds * SPEED) / 3600,
    };
  } finally {
    service.stop();
    log.close();
    rmSync(folder, { recursive: true });
  }
};
