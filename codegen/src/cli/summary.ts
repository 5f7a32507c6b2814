import type { GenerateReport } from "../generate.js";
import { count } from "./format-diagnostic.js";

/** How long a run took, in milliseconds. */
export interface Durations {
  /** Without the time in which modules were loaded. */
  readonly afterStartUp: number;
  /** Since the process began. */
  readonly altogether: number;
}

/** What was asked for. */
interface Asked {
  readonly out: string;
  readonly check?: boolean | undefined;
}

/** What a run did, in three lines. */
export const summarize = (report: GenerateReport, { out, check }: Asked, durations: Durations): string => {
  const { service, shapes, operations, plan } = report;
  const written = plan.added.length + plan.changed.length;
  const files = count(written + plan.unchanged.length, "file");
  const done = `${written} written, ${plan.unchanged.length} unchanged, ${plan.removed.length} removed`;
  return [
    `${service}: ${count(shapes, "shape")}, ${count(operations, "operation")}`,
    `${out}: ${files}, ${check === true ? "all as the model makes them" : done}`,
    formatDurations(durations),
    "",
  ].join("\n");
};

/** `812 ms after start-up (1,304 ms with it)`. */
export const formatDurations = ({ afterStartUp, altogether }: Durations): string =>
  `${milliseconds(afterStartUp)} after start-up (${milliseconds(altogether)} with it)`;

const milliseconds = (time: number): string => `${Math.round(time).toLocaleString("en-US")} ms`;
