import { formatTable } from "../../scripts/lib/table.js";
import { describe } from "./checks/find-problems.js";
import type { Healing } from "./checks/healing.js";
import { CELLS, POSITIONS } from "./plan/cells.js";
import type { FaultRun } from "./run-faults.js";

/** Of the calls that a fault need not keep from succeeding, how many have to succeed. */
const LEAST_HEALED = 0.99;

/** Problems of a kind that are told one by one. */
const EXAMPLES = 5;

/** A run in figures, and whether all is as it must be. */
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

const count = (what: string, figure: number, due: "0" | "> 0"): Line => ({
  what,
  figure: String(figure),
  due,
  isGood: due === "0" ? figure === 0 : figure > 0,
});

const share = (what: string, { met, healed }: Healing): Line => ({
  what: `${what} (${healed} of ${met})`,
  figure: `${met === 0 ? 0 : Math.floor((1000 * healed) / met) / 10} %`,
  due: `${LEAST_HEALED * 100} %`,
  isGood: healed >= LEAST_HEALED * met && met > 0,
});

/** Says how a run went. @param isComplete - whether the run was long enough to hit every cell */
export const reportOn = (run: FaultRun, isComplete: boolean): Report => {
  const { histories, problems, leaks, safe, unsafe } = run;
  const hits = histories.flatMap((history) => history.hits);
  const missed = CELLS.filter((cell) => !hits.includes(cell));
  const lines = [
    count("faults injected", hits.length, "> 0"),
    ...(isComplete ? [count("faults at places never hit", missed.length, "0")] : []),
    count("calls made", histories.length, "> 0"),
    count(
      "retries",
      histories.reduce((sum, { attempts }) => sum + Math.max(0, attempts - 1), 0),
      "> 0",
    ),
    ...Object.entries(problems).map(([kind, found]) => count(kind, found.length, "0")),
    count(
      "leaks",
      leaks.reduce((sum, leak) => sum + leak.count, 0),
      "0",
    ),
    share("safe calls healed", safe),
    share("unsafe calls healed where nothing was executed", unsafe),
  ];
  const rows = lines.map(({ what, figure, due, isGood }) => [what, figure, due, isGood ? "✓" : "✗"]);
  const examples = [
    ...Object.values(problems).flatMap((found) => found.slice(0, EXAMPLES)),
    ...leaks.map(({ what, count }) => `left behind: ${count} ${what}`),
    ...[...safe.failed, ...unsafe.failed]
      .slice(0, EXAMPLES)
      .map((history) => `${describe(history)} ${history.failure?.name}: ${history.failure?.message}`),
  ];
  const summary = formatTable([["what", "figure", "due", ""], ...rows]);
  return {
    text: [formatCells(hits), summary, ...examples].join("\n\n"),
    isGood: lines.every(({ isGood }) => isGood),
  };
};

/** How often each fault was injected at each place. */
const formatCells = (hits: readonly (typeof CELLS)[number][]): string => {
  const faults = [...new Set(CELLS.map(({ fault }) => fault))];
  const figure = (fault: string, position: string): string => {
    const cell = CELLS.find((each) => each.fault === fault && each.position === position);
    return cell === undefined ? "" : String(hits.filter((hit) => hit === cell).length);
  };
  return formatTable([
    ["place", ...faults],
    ...POSITIONS.map((position) => [position, ...faults.map((fault) => figure(fault, position))]),
  ]);
};
