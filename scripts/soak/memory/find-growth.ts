import type { MemorySample } from "./memory-samples.js";

/** How much more a measure may be in the second half of a run than in the first. */
interface Bound {
  readonly ratio: number;
  /** In bytes: what is small in itself is no growth. */
  readonly slack: number;
}

/**
 * What counts as flat. As many apps are in flight in both halves, so that the same memory is in use, up to chance: which
 * jobs are under way, code that is still being compiled. A leak is as long as the run: what retains 400 bytes of each
 * call of a full run (50 calls to an app, 400 apps between the middles of the halves) grows by 8 MB. The machine's share
 * follows the heap loosely, as its pages are given back late.
 */
const BOUNDS = {
  heap: { ratio: 1.1, slack: 3_000_000 },
  rss: { ratio: 1.15, slack: 24_000_000 },
} as const satisfies Record<string, Bound>;

/** A measure's medians in the halves of a run, in bytes. */
export interface Growth {
  readonly measure: keyof typeof BOUNDS;
  readonly first: number;
  readonly second: number;
  /** The most that the second may be. */
  readonly bound: number;
}

/** Compares the halves of a run. @param samples - from its steady part, in their order; two or more */
export const measureGrowth = (samples: readonly MemorySample[]): readonly Growth[] =>
  (["heap", "rss"] as const).map((measure) => {
    const values = samples.map((sample) => sample[measure]);
    const middle = Math.floor(values.length / 2);
    const first = median(values.slice(0, middle));
    const second = median(values.slice(middle));
    const { ratio, slack } = BOUNDS[measure];
    return { measure, first, second, bound: first * ratio + slack };
  });

/** @returns what is not flat */
export const findGrowth = (growths: readonly Growth[]): string[] =>
  growths
    .filter(({ first, second, bound }) => !(first > 0 && second <= bound))
    .map(
      ({ measure, first, second, bound }) =>
        `${measure} grew from ${inMegabytes(first)} to ${inMegabytes(second)}, more than ${inMegabytes(bound)}`,
    );

/** e.g. `31.4 MB`. */
export const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
