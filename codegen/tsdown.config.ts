import { defineConfig } from "tsdown";

/** A tool for Node: one format, its dependencies left to npm. */
export default defineConfig({
  entry: { index: "src/index.ts", cli: "src/cli.ts", build: "src/build/index.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  fixedExtension: false,
  dts: { entry: ["src/index.ts", "src/build/index.ts"] },
  clean: true,
});
