import { formatTable } from "../lib/table.js";
import { missedTargets, type Row, ratio, type Target } from "./result.js";
import type { Figure } from "./statistics.js";

/** All rows as a text. */
export const formatRows = (rows: readonly Row[]): string =>
  formatTable([
    ["cost", "ours", "official", "floor", "÷ official", "÷ floor", "at most", ""],
    ...rows.map((row) => [
      row.cost,
      formatFigure(row.figures.ours, row.unit),
      formatFigure(row.figures.official, row.unit),
      formatFigure(row.figures.floor, row.unit),
      formatRatio(ratio(row, "official")),
      formatRatio(ratio(row, "floor")),
      row.targets.map((target) => formatTarget(target, row.unit)).join(", "),
      verdict(row),
    ]),
  ]);

/** Whether a row reaches what it has to; nothing where it has to reach nothing. */
const verdict = (row: Row): string => {
  if (row.targets.length === 0) return "";
  return missedTargets(row).length === 0 ? "ok" : "MISSED";
};

/** The median, with half the distance of the quartiles where it varies. */
const formatFigure = (figure: Figure | undefined, unit: string): string => {
  if (figure === undefined) return "";
  const { median, lower, upper } = figure;
  const spread = (upper - lower) / 2;
  return `${formatNumber(median)}${spread === 0 ? "" : ` ± ${formatNumber(spread)}`}${unit === "" ? "" : ` ${unit}`}`;
};

/** Three digits that count. */
export const formatNumber = (value: number): string => {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

const formatRatio = (value: number | undefined): string => (value === undefined ? "" : value.toFixed(2));

const formatTarget = ({ of, limit }: Target, unit: string): string => {
  if (of === "nothing") return `${limit} ${unit}`.trimEnd();
  return of === "floor" ? `${limit} × floor` : limit.toFixed(2);
};
