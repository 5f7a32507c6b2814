import type { GenerateReport } from "../generate.js";
import { isClean, type WritePlan } from "../write/plan-write.js";
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
  const files = plan.added.length + plan.changed.length + plan.unchanged.length;
  return [
    `${service}: ${count(shapes, "shape")}, ${count(operations, "operation")}`,
    `${out}: ${count(files, "file")}: ${check === true ? compared(plan) : done(plan)}`,
    formatDurations(durations),
    "",
  ].join("\n");
};

const done = ({ added, changed, removed, unchanged }: WritePlan): string =>
  `${added.length + changed.length} written, ${unchanged.length} unchanged, ${removed.length} removed`;

const compared = (plan: WritePlan): string =>
  isClean(plan)
    ? "all as the model makes them"
    : `${plan.added.length + plan.changed.length} to write, ${plan.unchanged.length} unchanged, ${plan.removed.length} to remove`;

/** `812 ms after start-up (1,304 ms with it)`. */
export const formatDurations = ({ afterStartUp, altogether }: Durations): string =>
  `${milliseconds(afterStartUp)} after start-up (${milliseconds(altogether)} with it)`;

const milliseconds = (time: number): string => `${Math.round(time).toLocaleString("en-US")} ms`;
