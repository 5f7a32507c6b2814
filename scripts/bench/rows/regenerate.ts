import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Json, modelAst } from "../model-ast.js";
import type { Row } from "../result.js";
import { interleave } from "../rounds.js";
import { runNode } from "../run-node.js";
import { scaleModel } from "../scaled-model.js";
import { exactly, type Figure, scale, summarize } from "../statistics.js";
import type { Context, Measure } from "./context.js";

const ROUNDS = { full: 7, quick: 3 };
/** How many times as large the scaled models are, and how often each is measured. */
const SCALES = [
  { times: 1, rounds: 5 },
  { times: 10, rounds: 3 },
  { times: 100, rounds: 1 },
] as const;

interface Run {
  /** Milliseconds of the work alone, without the start of the process. */
  readonly work: number;
  readonly shapes: number;
}

/** How long it takes to make the package out of its model, and out of models that are larger. */
export const measureRegenerate: Measure = async (context) => [
  ...(await measureWhole(context)),
  ...(await measureScaled(context)),
];

/** The model of this repository, extensions included, into an empty folder. */
const measureWhole = async ({ world, quick, tell }: Context): Promise<readonly Row[]> => {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  const { whole } = await interleave(["whole"], rounds, async (_, round) => {
    tell(`regenerate, round ${round + 1} of ${rounds}`);
    return generate(world.codegen, resolve("model"), `out-${round}`);
  });
  const row = (id: string, cost: string, figure: Figure): Row => ({
    id,
    cost,
    unit: "s",
    figures: { ours: scale(figure, 1 / 1000) },
    targets: [{ of: "nothing", limit: 2 }],
  });
  return [
    row("regenerate.work", "Regenerate, the work itself", summarize(whole.map(({ report }) => report.work))),
    row(
      "regenerate.process",
      "Regenerate, the whole process",
      summarize(whole.map(({ milliseconds }) => milliseconds)),
    ),
  ];
};

/** Time per shape of larger models; what it is held against is that of the next smaller one. */
const measureScaled = async ({ world, quick, tell }: Context): Promise<readonly Row[]> => {
  const ast = await repositoryAst(world.codegen);
  const rows: Row[] = [];
  let smaller: number | undefined;
  for (const { times, rounds: full } of SCALES) {
    const model = join(world.codegen, `model-${times}.json`);
    writeFileSync(model, JSON.stringify(scaleModel(ast, times)));
    const rounds = quick ? 1 : full;
    const perShape: number[] = [];
    for (let round = 0; round < rounds; round++) {
      tell(`regenerate ${times} times the model, round ${round + 1} of ${rounds}`);
      const { report } = await generate(world.codegen, model, `scaled-${times}-${round}`);
      perShape.push(report.work / report.shapes);
    }
    const figure = summarize(perShape);
    rows.push({
      id: `regenerate.perShape.${times}`,
      cost: `Regenerate a model ${times} × as large, time per shape`,
      unit: "ms",
      figures: { ours: figure, ...(smaller === undefined ? {} : { floor: exactly(smaller) }) },
      targets: smaller === undefined ? [] : [{ of: "floor", limit: 1.3 }],
    });
    smaller = figure.median;
  }
  return rows;
};

/** Runs the generator in a process of its own, into a new folder. */
const generate = async (project: string, model: string, out: string) => {
  mkdirSync(join(project, out));
  return runNode<Run>(project, ["--input-type=module", "--eval", PROGRAM, model, join(project, out)]);
};

/** What the command does, telling how long it took. */
const PROGRAM = `
import { generate, generatePackage } from "@tinsmith/codegen";
const began = performance.now();
const [model, out] = process.argv.slice(1);
const result = await generate({ models: [model], out, emit: generatePackage });
if (!result.ok) throw new Error(JSON.stringify(result.diagnostics.slice(0, 5), null, 1));
console.log(JSON.stringify({ work: performance.now() - began, shapes: result.value.shapes }));
`;

/** The repository's model in Smithy's JSON, as the installed generator reads it. */
const repositoryAst = async (project: string): Promise<Json> => {
  const entry = createRequire(join(project, "package.json")).resolve("@tinsmith/codegen");
  const { loadModel } = (await import(pathToFileURL(entry).href)) as typeof import("@tinsmith/codegen");
  const loaded = await loadModel([resolve("model")]);
  if (!loaded.ok) throw new Error("The repository's model does not load.");
  return modelAst(loaded.value.model);
};
