import type { Figure } from "./statistics.js";

/** What is compared: this package, AWS's client, and what cannot be done without, such as a signed call of `node:http`. */
export type Contender = "ours" | "official" | "floor";

/** What a figure of ours is held against. */
export type Yardstick = "official" | "floor" | "nothing";

/** What a row has to reach: our figure, divided by the yardstick's, is not to be above the limit. */
export interface Target {
  readonly of: Yardstick;
  readonly limit: number;
}

/** One line of the table. */
export interface Row {
  /** For the reader of the JSON, e.g. `calls.CloneBackend.20.time`. */
  readonly id: string;
  readonly cost: string;
  readonly unit: string;
  readonly figures: { readonly ours: Figure } & { readonly [key in Contender]?: Figure | undefined };
  readonly targets: readonly Target[];
}

/** All that a run found out. */
export interface BenchResult {
  /** What it was measured with and on. */
  readonly setting: Readonly<Record<string, string | number>>;
  readonly rows: readonly Row[];
}

/** Ours, divided by that of the yardstick; `undefined` where there is none, or nothing that can be divided by. */
export const ratio = ({ figures }: Row, of: Yardstick): number | undefined => {
  if (of === "nothing") return figures.ours.median;
  const yardstick = figures[of]?.median;
  return yardstick === undefined || yardstick <= 0 ? undefined : figures.ours.median / yardstick;
};

/** Targets of a row that it does not reach; one without anything to compare with is none that is reached. */
export const missedTargets = (row: Row): readonly Target[] =>
  row.targets.filter(({ of, limit }) => !((ratio(row, of) ?? Number.NaN) <= limit));

/** What is missed, a line each; empty where all is reached. */
export const describeMisses = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row) => missedTargets(row).map((target) => describeMiss(row, target)));

const describeMiss = (row: Row, { of, limit }: Target): string => {
  const reached = ratio(row, of)?.toFixed(2) ?? "nothing";
  const what = { official: "of the official client's", floor: "of the floor", nothing: row.unit }[of];
  return `${row.id}: ${`${reached} ${what}`.trimEnd()}, at most ${limit} is asked for (${row.cost})`;
};
