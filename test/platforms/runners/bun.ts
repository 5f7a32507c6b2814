import { findBinary } from "../packages.js";
import type { Platform } from "../platform.js";
import { runProgram, versionOf } from "../run-program.js";
import { NODE_FACTS } from "./node.js";

const PACKAGES = {
  "linux-x64": "@oven/bun-linux-x64",
  "linux-arm64": "@oven/bun-linux-aarch64",
  "darwin-x64": "@oven/bun-darwin-x64",
  "darwin-arm64": "@oven/bun-darwin-aarch64",
};

export const bun: Platform = {
  name: "Bun",
  facts: NODE_FACTS,
  isCheap: false,
  find: () => findBinary(PACKAGES, "bin/bun"),
  run: async (path, stage) => ({
    version: await versionOf(path),
    checks: await runProgram(path, ["run", "main.mjs"], stage),
  }),
};
