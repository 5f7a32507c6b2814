import { diffLines, type Hunk } from "./line-diff.js";
import type { FileChange, WritePlan } from "./plan-write.js";

/** Lines of a hunk that are shown on either side; the rest is counted. */
const SHOWN_LINES = 4;

/** Tells what a plan would change: a line for each file, and under it the first place that differs. */
export const describeDrift = (plan: WritePlan): readonly string[] => [
  ...plan.changed.flatMap((change) => describeFile("changed", change)),
  ...plan.added.flatMap((change) => describeFile("added", change)),
  ...plan.removed.flatMap((change) => describeFile("removed", change)),
];

const describeFile = (
  verb: "added" | "changed" | "removed",
  { path, before = "", after = "" }: FileChange,
): string[] => {
  const { added, removed, first } = diffLines(before, after);
  const head = `${verb.padEnd(7)}  ${path}  +${added} −${removed} lines`;
  // Of a whole file that comes or goes, the beginning says nothing.
  return verb === "changed" && first !== undefined ? [head, ...describeHunk(first)] : [head];
};

const describeHunk = ({ line, removed, added }: Hunk): string[] => [
  `    at line ${line}:`,
  ...shorten(removed, "-"),
  ...shorten(added, "+"),
];

const shorten = (lines: readonly string[], sign: string): string[] => {
  const shown = lines.slice(0, SHOWN_LINES).map((line) => `    ${sign} ${line}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `    ${sign} … ${rest} more`] : shown;
};
