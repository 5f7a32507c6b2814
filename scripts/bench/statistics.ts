/** Repeated measurements of one thing, in short. */
export interface Figure {
  readonly median: number;
  /** A quarter of the measurements is below this. */
  readonly lower: number;
  /** A quarter of the measurements is above this. */
  readonly upper: number;
  /** How often it was measured. */
  readonly runs: number;
}

/** Sums up measurements. @throws RangeError where there are none */
export const summarize = (samples: readonly number[]): Figure => {
  if (samples.length === 0) throw new RangeError("There is nothing to sum up: no measurements.");
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
    runs: sorted.length,
  };
};

/** What does not vary, and so is measured once. */
export const exactly = (value: number): Figure => ({ median: value, lower: value, upper: value, runs: 1 });

/** A figure in another unit. */
export const scale = ({ median, lower, upper, runs }: Figure, factor: number): Figure => ({
  median: median * factor,
  lower: lower * factor,
  upper: upper * factor,
  runs,
});

/** A figure without what would be there anyway, e.g. the start of Node itself. */
export const minus = (figure: Figure, { median }: Figure): Figure => ({
  median: figure.median - median,
  lower: figure.lower - median,
  upper: figure.upper - median,
  runs: figure.runs,
});

/** Between the two nearest measurements, in proportion. */
const quantile = (sorted: readonly number[], share: number): number => {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
};
