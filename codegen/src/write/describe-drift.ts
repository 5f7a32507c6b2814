import { printable } from "../diagnostics/printable.js";
import { diffLines, type Hunk } from "./line-diff.js";
import type { FileChange, WritePlan } from "./plan-write.js";

/** Lines of a hunk that are shown on either side; the rest is counted. */
const SHOWN_LINES = 4;

/** Tells what a plan would change: a line for each file, and under it the first place that differs. */
export const describeDrift = (plan: WritePlan): readonly string[] => [
  ...plan.changed.flatMap((change) => describeFile("changed", change)),
  ...plan.added.flatMap((change) => describeFile("added", change)),
  ...plan.removed.flatMap((change) => describeFile("removed", change)),
  ...(plan.changed.some(isLineEnds) ? ["", LINE_ENDS_HELP] : []),
];

/** A checkout that turns LF into CRLF is no other package, but whoever packs it would ship other bytes. */
const LINE_ENDS_HELP =
  "Generated files end their lines in LF. Say so in .gitattributes (text eol=lf) and check them out again.";

const isLineEnds = ({ before = "", after = "" }: FileChange): boolean =>
  before !== after && before.replaceAll("\r\n", "\n") === after;

const describeFile = (verb: "added" | "changed" | "removed", change: FileChange): string[] => {
  const { path, before = "", after = "" } = change;
  const head = `${verb.padEnd(7)}  ${printable(path)}`;
  if (verb === "changed" && isLineEnds(change)) return [`${head}  line ends only: CRLF instead of LF`];
  const { added, removed, first } = diffLines(before, after);
  const counted = `${head}  +${added} −${removed} lines`;
  // Of a whole file that comes or goes, the beginning says nothing.
  return verb === "changed" && first !== undefined ? [counted, ...describeHunk(first)] : [counted];
};

const describeHunk = ({ line, removed, added }: Hunk): string[] => [
  `    at line ${line}:`,
  ...shorten(removed, "-"),
  ...shorten(added, "+"),
];

const shorten = (lines: readonly string[], sign: string): string[] => {
  const shown = lines.slice(0, SHOWN_LINES).map((line) => `    ${sign} ${printable(line)}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `    ${sign} … ${rest} more`] : shown;
};
