import { formatTable } from "../lib/table.js";
import { inMegabytes } from "./memory/find-growth.js";
import type { SoakRun } from "./run-soak.js";

/** Misses of a kind that are told one by one. */
const EXAMPLES = 5;

/** From so many apps on, a day has to show everything that it is there to try. */
const FULL_DAY = 500;

/** A day in figures, and whether all is as it must be. */
export interface Report {
  readonly text: string;
  readonly isGood: boolean;
}

interface Line {
  readonly what: string;
  readonly figure: string;
  readonly due: string;
  readonly isGood: boolean;
}

/** Says how a day went. */
export const reportOn = (run: SoakRun): Report => {
  const { options, figures, misses, growths, seconds, hours } = run;
  const isFull = options.apps >= FULL_DAY;
  const lines: Line[] = [
    { what: "apps", figure: format(options.apps), due: "", isGood: true },
    { what: "apps in flight", figure: format(options.inFlight), due: "", isGood: true },
    ...figures.map(({ what, value, atLeast }): Line => {
      const due = isFull && atLeast !== undefined ? `≥ ${atLeast}` : "";
      return { what, figure: format(value), due, isGood: due === "" || value >= (atLeast ?? 0) };
    }),
    ...Object.entries(misses).map(
      ([what, found]): Line => ({ what, figure: format(found.length), due: "0", isGood: found.length === 0 }),
    ),
    ...growths.map(
      ({ measure, first, second, bound }): Line => ({
        what: `${measure}, first half → second half`,
        figure: `${inMegabytes(first)} → ${inMegabytes(second)}`,
        due: `≤ ${inMegabytes(bound)}`,
        isGood: second <= bound,
      }),
    ),
    { what: "time that it stands for", figure: `${hours.toFixed(1)} h`, due: "", isGood: true },
    { what: "time", figure: `${seconds.toFixed(0)} s`, due: "", isGood: true },
  ];
  const rows = lines.map(({ what, figure, due, isGood }) => [what, figure, due, isGood ? "✓" : "✗"]);
  const examples = Object.entries(misses).flatMap(([kind, found]) =>
    found.slice(0, EXAMPLES).map((what) => `${kind}: ${what}`),
  );
  const table = formatTable([["what", "figure", "due", ""], ...rows]);
  return { text: [table, ...examples].join("\n\n"), isGood: lines.every(({ isGood }) => isGood) };
};

const format = (count: number): string => count.toLocaleString("en");
