import { parseArgs } from "node:util";

/** Groups of rows, in the order in which they are measured and shown. */
export const GROUPS = [
  "start",
  "import",
  "calls",
  "heap",
  "bundle",
  "install",
  "types",
  "regenerate",
] as const;

/** What is measured together. */
export type Group = (typeof GROUPS)[number];

/** What `npm run bench` is asked for. */
export interface BenchOptions {
  readonly groups: readonly Group[];
  /** Whether a missed target is a failure. */
  readonly check: boolean;
  /** Fewer runs: enough to see a change, not to believe a figure. */
  readonly quick: boolean;
}

export const USAGE = `npm run bench -- [--check] [--quick] [--only ${GROUPS.join(" ")}]`;

/**
 * Reads the arguments of `npm run bench`.
 *
 * @throws Error that says what is wrong with them
 */
export const readBenchOptions = (args: readonly string[]): BenchOptions => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      check: { type: "boolean", default: false },
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
    },
    allowPositionals: true,
  });
  const { only, check, quick } = values;
  if (only.length === 0 && positionals[0] !== undefined)
    throw new Error(`Say --only ${positionals.join(" ")}.`);
  const asked = [...only, ...positionals].flatMap((names) => names.split(",")).map(readGroup);
  return {
    groups: asked.length === 0 ? GROUPS : GROUPS.filter((group) => asked.includes(group)),
    check,
    quick,
  };
};

const readGroup = (name: string): Group => {
  const group = GROUPS.find((known) => known === name);
  if (group !== undefined) return group;
  throw new Error(`There are no rows ${JSON.stringify(name)}: ${GROUPS.join(", ")}.`);
};
