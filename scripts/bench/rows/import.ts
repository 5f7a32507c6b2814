import type { Contender, Row } from "../result.js";
import { interleave } from "../rounds.js";
import { runNode } from "../run-node.js";
import { summarize } from "../statistics.js";
import type { Context, Measure } from "./context.js";

interface Run {
  readonly imported: number;
  readonly importCpu: number;
}

const NAMES = ["floor", "ours", "official"] as const;
const ROUNDS = { full: 31, quick: 7 };
const FORMATS = [
  { id: "esm", name: "ES modules", program: "import.mjs" },
  { id: "cjs", name: "CommonJS", program: "require.cjs" },
] as const;

/** What it takes to import the package, and nothing else, in a fresh process. */
export const measureImport: Measure = async (context) => {
  const rows: Row[] = [];
  for (const format of FORMATS) rows.push(...(await measureFormat(context, format)));
  return rows;
};

const measureFormat = async (
  { world, quick, tell }: Context,
  { id, name: formatName, program }: (typeof FORMATS)[number],
): Promise<readonly Row[]> => {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  const samples = await interleave(NAMES, rounds, async (name, round) => {
    tell(`import, ${formatName}, ${name}, round ${round + 1} of ${rounds}`);
    return (await runNode<Run>(world[name], [program])).report;
  });
  const figures = (kind: keyof Run): Row["figures"] => {
    const of = (name: Contender) => summarize(samples[name].map((run) => run[kind]));
    return { ours: of("ours"), official: of("official"), floor: of("floor") };
  };
  return [
    {
      id: `import.${id}.time`,
      cost: `Import alone, ${formatName}`,
      unit: "ms",
      figures: figures("imported"),
      targets: [{ of: "official", limit: 0.25 }],
    },
    {
      id: `import.${id}.cpu`,
      cost: "… processor time of it",
      unit: "ms",
      figures: figures("importCpu"),
      targets: [],
    },
  ];
};
