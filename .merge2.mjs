// merged layouts: [from] [to]: one file for runtime, one for generated; dynamic imports stay
import { cpSync, rmSync } from "node:fs";
import { build } from "esbuild";

const [from, to] = process.argv.slice(2).map((x) => "/tmp/t/st/" + x);
rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true });
const dyn = {
  name: "dyn",
  setup(b) {
    b.onResolve({ filter: /.*/ }, (a) =>
      a.kind === "dynamic-import" || (a.kind === "require-call" && /jmes|proxy-agents|config-/.test(a.path))
        ? { path: a.path, external: true }
        : undefined,
    );
  },
};
for (const [p, ext] of [
  ["runtime/dist/node/", ["@aws-sdk/*"]],
  ["amplifybackend/dist/", ["@tinsmith/runtime"]],
])
  for (const [format, f] of [
    ["esm", "index.js"],
    ["cjs", "index.cjs"],
  ])
    await build({
      entryPoints: [`${from}/node_modules/@tinsmith/${p}${f}`],
      outfile: `${to}/node_modules/@tinsmith/${p}${f}`,
      allowOverwrite: true,
      bundle: true,
      format,
      platform: "node",
      charset: "ascii",
      minifySyntax: false,
      minifyWhitespace: true,
      treeShaking: false,
      ignoreAnnotations: true,
      external: ext,
      plugins: [dyn],
      logLevel: "error",
    });
