import type { Contender, Row } from "../result.js";
import { interleave } from "../rounds.js";
import { runNode } from "../run-node.js";
import { minus, scale, summarize } from "../statistics.js";
import type { Measure } from "./context.js";

interface Run {
  readonly time: number;
  readonly cpu: number;
  readonly memory: number;
}

const NAMES = ["bare", "floor", "ours", "official"] as const;
const ROUNDS = { full: 31, quick: 7 };
const MEBIBYTE = 1024 * 1024;

/** A short program with one call, from its start to its end, without what Node takes for an empty one. */
export const measureStart: Measure = async ({ world, endpoint, quick, tell }) => {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  const samples = await interleave(NAMES, rounds, async (name, round) => {
    tell(`first answer, ${name}, round ${round + 1} of ${rounds}`);
    const folder = name === "bare" ? world.floor : world[name];
    const program = name === "bare" ? "bare.mjs" : "first-answer.mjs";
    const { milliseconds, report } = await runNode<Run>(folder, [program], { BENCH_ENDPOINT: endpoint });
    return { ...report, time: milliseconds };
  });
  const figures = (kind: keyof Run, unit = 1): Row["figures"] => {
    const bare = summarize(samples.bare.map((run) => run[kind]));
    const of = (name: Contender) =>
      scale(minus(summarize(samples[name].map((run) => run[kind])), bare), 1 / unit);
    return { ours: of("ours"), official: of("official"), floor: of("floor") };
  };
  return [
    {
      id: "start.time",
      cost: "First answer of a fresh process, minus bare Node",
      unit: "ms",
      figures: figures("time"),
      targets: [{ of: "official", limit: 0.35 }],
    },
    {
      id: "start.cpu",
      cost: "… processor time of it",
      unit: "ms",
      figures: figures("cpu"),
      targets: [],
    },
    {
      id: "start.memory",
      cost: "Resident memory after the first call, minus bare Node",
      unit: "MiB",
      figures: figures("memory", MEBIBYTE),
      targets: [{ of: "official", limit: 0.5 }],
    },
  ];
};
