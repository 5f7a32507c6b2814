import { type Companion, startCompanion } from "../companion.js";
import type { Contender, Row } from "../result.js";
import { interleave } from "../rounds.js";
import { summarize } from "../statistics.js";
import type { Context, Measure } from "./context.js";

/** Microseconds of one call. */
interface Run {
  readonly time: number;
  readonly cpu: number;
}

/** What a caller is told to do. */
interface Order {
  readonly operation: string;
  readonly inFlight: number;
  readonly count: number;
}

const NAMES = ["floor", "ours", "official"] as const;
const OPERATIONS = [
  { operation: "CloneBackend", kind: "not safe to repeat" },
  { operation: "GetBackendJob", kind: "only reads" },
] as const;
const LOADS = [1, 20, 200] as const;
const ROUNDS = { full: 21, quick: 6 };
/** Calls of one round. */
const CALLS = 400;
/** Rounds that nobody counts: until the code is compiled as it will stay. */
const WARM_UP = 4;

/** Many calls from processes that are warm, all of them against the same service. */
export const measureCalls: Measure = async (context) => {
  const environment = { BENCH_ENDPOINT: context.endpoint };
  const start = (name: Contender) =>
    startCompanion<Run, Order>(context.world[name], "calls.mjs", environment);
  using ours = start("ours");
  using official = start("official");
  using floor = start("floor");
  const rows: Row[] = [];
  for (const { operation, kind } of OPERATIONS) {
    for (const inFlight of LOADS) {
      const order = { operation, inFlight, count: CALLS };
      rows.push(...(await measureLoad(context, { ours, official, floor }, order, kind)));
    }
  }
  return rows;
};

const measureLoad = async (
  { quick, tell }: Context,
  callers: Readonly<Record<Contender, Companion<Run, Order>>>,
  order: Order,
  kind: string,
): Promise<readonly Row[]> => {
  const { operation, inFlight } = order;
  const rounds = WARM_UP + (quick ? ROUNDS.quick : ROUNDS.full);
  const samples = await interleave(NAMES, rounds, (name, round) => {
    tell(`${operation}, ${inFlight} in flight, ${name}, round ${round + 1} of ${rounds}`);
    return callers[name].tell(order);
  });
  const figures = (of: keyof Run): Row["figures"] => {
    const figure = (name: Contender) => summarize(samples[name].slice(WARM_UP).map((run) => run[of]));
    return { ours: figure("ours"), official: figure("official"), floor: figure("floor") };
  };
  return [
    {
      id: `calls.${operation}.${inFlight}.time`,
      cost: `Time per call, ${inFlight} in flight: ${operation}, ${kind}`,
      unit: "µs",
      figures: figures("time"),
      targets: [
        { of: "official", limit: 0.4 },
        { of: "floor", limit: 1.6 },
      ],
    },
    {
      id: `calls.${operation}.${inFlight}.cpu`,
      cost: "… processor time per call",
      unit: "µs",
      figures: figures("cpu"),
      targets: [{ of: "official", limit: 0.4 }],
    },
  ];
};
