import { formatTable } from "../lib/table.js";
import { inMegabytes } from "./memory/find-growth.js";
import type { SoakRun } from "./run-soak.js";

/** Violations of a kind that are printed in full. */
const EXAMPLES = 5;

/** From so many apps on, a run must exercise everything. */
const FULL_DAY = 500;

/** A run in figures, and whether all checks passed. */
export interface Report {
  readonly text: string;
  readonly isGood: boolean;
}

interface Line {
  readonly what: string;
  readonly figure: string;
  readonly required: string;
  readonly isGood: boolean;
}

/** Reports on a run. */
export const createReport = (run: SoakRun): Report => {
  const { options, figures, violations, growths, seconds, hours } = run;
  const isFull = options.apps >= FULL_DAY;
  const lines: Line[] = [
    { what: "apps", figure: format(options.apps), required: "", isGood: true },
    { what: "apps in flight", figure: format(options.inFlight), required: "", isGood: true },
    ...figures.map(({ what, value, atLeast }): Line => {
      const required = isFull && atLeast !== undefined ? `≥ ${atLeast}` : "";
      return { what, figure: format(value), required, isGood: required === "" || value >= (atLeast ?? 0) };
    }),
    ...Object.entries(violations).map(
      ([what, found]): Line => ({
        what,
        figure: format(found.length),
        required: "0",
        isGood: found.length === 0,
      }),
    ),
    ...growths.map(
      ({ measure, first, second, bound }): Line => ({
        what: `${measure}, first half → second half`,
        figure: `${inMegabytes(first)} → ${inMegabytes(second)}`,
        required: `≤ ${inMegabytes(bound)}`,
        isGood: second <= bound,
      }),
    ),
    { what: "simulated time", figure: `${hours.toFixed(1)} h`, required: "", isGood: true },
    { what: "time", figure: `${seconds.toFixed(0)} s`, required: "", isGood: true },
  ];
  const rows = lines.map(({ what, figure, required, isGood }) => [
    what,
    figure,
    required,
    isGood ? "✓" : "✗",
  ]);
  const examples = Object.entries(violations).flatMap(([kind, found]) =>
    found.slice(0, EXAMPLES).map((what) => `${kind}: ${what}`),
  );
  const table = formatTable([["what", "figure", "required", ""], ...rows]);
  return { text: [table, ...examples].join("\n\n"), isGood: lines.every(({ isGood }) => isGood) };
};

const format = (count: number): string => count.toLocaleString("en");
