import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Platform } from "../platform.js";
import { bundleProgram } from "../programs.js";
import { environmentOf } from "../run-program.js";
import type { Check } from "../story/checks.js";
import type { World } from "../story/world.js";
import { NODE_FACTS } from "./node.js";

/** Milliseconds between two invocations: longer than a service keeps connections. */
const FROZEN = 1000;

/** A function that is bundled into one file, is invoked, frozen as Lambda does it, and invoked again. */
const lambda = (format: "cjs" | "esm"): Pick<Platform, "facts" | "isCheap" | "find" | "run"> => ({
  facts: NODE_FACTS,
  isCheap: true,
  find: () =>
    process.platform === "win32"
      ? { missing: "Windows cannot freeze processes" }
      : { path: process.execPath },
  run: async (_path, { world, project }) => {
    const folder = join(project, `lambda-${format}`);
    const file = format === "cjs" ? "index.cjs" : "index.mjs";
    mkdirSync(folder, { recursive: true });
    const options = { platform: "node", format, minify: true } as const;
    writeFileSync(join(folder, file), await bundleProgram(project, "lambda.mjs", options));
    return { version: process.versions.node, checks: await invokeTwice(project, folder, file, world) };
  },
});

export const lambdaCommonJs: Platform = { name: "Lambda, bundled CommonJS", ...lambda("cjs") };

export const lambdaModule: Platform = { name: "Lambda, bundled ES module", ...lambda("esm") };

const invokeTwice = async (
  project: string,
  folder: string,
  file: string,
  world: World,
): Promise<readonly Check[]> => {
  const runtime = spawn(process.execPath, [join(project, "lambda-runtime.mjs")], {
    cwd: folder,
    env: {
      ...environmentOf(world),
      _HANDLER: `${file}/handler`,
      _X_AMZN_TRACE_ID: "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0",
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
      AWS_LAMBDA_FUNCTION_NAME: "tinsmith",
      LAMBDA_TASK_ROOT: folder,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  try {
    const first = await invoke(runtime, world);
    runtime.kill("SIGSTOP");
    await pause(FROZEN);
    runtime.kill("SIGCONT");
    return [...first, ...(await invoke(runtime, world))];
  } finally {
    runtime.kill("SIGKILL");
  }
};

const invoke = async (runtime: ChildProcess, event: World): Promise<readonly Check[]> => {
  runtime.send(event);
  const ended = once(runtime, "exit").then(([code]) => {
    throw new Error(`The function ended its process, with ${code}.`);
  });
  const [checks] = await Promise.race([once(runtime, "message"), ended]);
  return checks as Check[];
};
