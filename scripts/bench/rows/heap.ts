import type { Contender } from "../result.js";
import { interleave } from "../rounds.js";
import { runNode } from "../run-node.js";
import { scale, summarize } from "../statistics.js";
import type { Measure } from "./context.js";

const NAMES = ["floor", "ours", "official"] as const;

/** KiB: 26 bytes a call. Whatever was kept of each would take more. */
const FLAT = 256;

/** What 10,000 calls of a warm client leave on the heap, after all garbage is collected. */
export const measureHeap: Measure = async ({ world, endpoint, quick, tell }) => {
  const rounds = quick ? 1 : 3;
  const environment = { BENCH_ENDPOINT: endpoint };
  const samples = await interleave(NAMES, rounds, async (name, round) => {
    tell(`heap, ${name}, round ${round + 1} of ${rounds}`);
    const { report } = await runNode<{ growth: number }>(
      world[name],
      ["--expose-gc", "heap.mjs"],
      environment,
    );
    return report.growth;
  });
  const figure = (name: Contender) => scale(summarize(samples[name]), 1 / 1024);
  return [
    {
      id: "heap.growth",
      cost: "Heap that 10,000 calls leave behind",
      unit: "KiB",
      figures: { ours: figure("ours"), official: figure("official"), floor: figure("floor") },
      targets: [{ of: "nothing", limit: FLAT }],
    },
  ];
};
