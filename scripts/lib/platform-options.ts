import { parseArgs } from "node:util";
import { readCount, SEEDS } from "./read-count.js";

/** What `npm run test:platforms` is asked for. */
export interface PlatformOptions {
  /** Tries of each property. */
  readonly runs: number;
  /** What makes the tries; the same seed makes the same. */
  readonly seed: number;
  /** Beginnings of the names of platforms; all, if there are none. */
  readonly only: readonly string[];
  /** Whether to leave out what takes a large download. */
  readonly isCheap: boolean;
}

export const USAGE =
  "npm run test:platforms -- [--cheap] [--only NAME]… [--runs N] [--seed S]; NAME may be a beginning of one, such as deno";

/**
 * Reads the arguments of `npm run test:platforms`.
 *
 * @throws Error that says what is wrong with them
 */
export const readPlatformOptions = (args: readonly string[]): PlatformOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cheap: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      runs: { type: "string", default: "100" },
      seed: { type: "string", default: "20200811" },
    },
  });
  return {
    runs: readCount("--runs", values.runs, 1_000_000),
    seed: readCount("--seed", values.seed, SEEDS - 1),
    only: values.only,
    isCheap: values.cheap,
  };
};

/**
 * The platforms that are asked for.
 *
 * @throws Error for a name that no platform has
 */
export const choosePlatforms = <Kind extends { readonly name: string; readonly isCheap: boolean }>(
  platforms: readonly Kind[],
  { only, isCheap }: Pick<PlatformOptions, "only" | "isCheap">,
): readonly Kind[] => {
  const begins = ({ name }: Kind, beginning: string): boolean =>
    name.toLowerCase().startsWith(beginning.toLowerCase());
  for (const beginning of only) {
    if (!platforms.some((platform) => begins(platform, beginning))) {
      const names = platforms.map(({ name }) => name).join("; ");
      throw new Error(`There is no platform ${JSON.stringify(beginning)}: ${names}.`);
    }
  }
  const isAsked = (platform: Kind): boolean =>
    only.length === 0 || only.some((beginning) => begins(platform, beginning));
  return platforms.filter((platform) => isAsked(platform) && (platform.isCheap || !isCheap));
};
