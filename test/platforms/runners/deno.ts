import { findBinary } from "../packages.js";
import type { Platform } from "../platform.js";
import { runProgram, versionOf } from "../run-program.js";
import { NODE_FACTS } from "./node.js";

const PACKAGES = {
  "linux-x64": "@deno/linux-x64-glibc",
  "linux-arm64": "@deno/linux-arm64-glibc",
  "darwin-x64": "@deno/darwin-x64",
  "darwin-arm64": "@deno/darwin-arm64",
};

const FLAGS = ["--no-prompt", "--quiet", "--v8-flags=--disallow-code-generation-from-strings"];

const denoWith = (...permissions: readonly string[]): Pick<Platform, "isCheap" | "find" | "run"> => ({
  isCheap: false,
  find: () => findBinary(PACKAGES, "deno"),
  run: async (path, stage) => ({
    version: await versionOf(path),
    checks: await runProgram(path, ["run", ...FLAGS, ...permissions, "main.mjs"], stage),
  }),
});

export const deno: Platform = { name: "Deno", facts: NODE_FACTS, ...denoWith("--allow-all") };

/** Neither variables, nor files, nor the system's name may be looked at. */
export const confinedDeno: Platform = {
  name: "Deno, --allow-net alone",
  facts: { ...NODE_FACTS, hasVariables: false },
  ...denoWith("--allow-net"),
};
