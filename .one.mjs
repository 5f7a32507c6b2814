import { build } from "esbuild";

const src = "/tmp/t/st/" + (process.argv[2] ?? "ours");
for (const [dir, minify] of [
  ["one", false],
  ["onemin", true],
])
  for (const [format, f] of [
    ["esm", "index.js"],
    ["cjs", "index.cjs"],
  ])
    await build({
      entryPoints: [src + "/node_modules/@tinsmith/amplifybackend/dist/index.js"],
      outfile: `/tmp/t/st/${dir}/node_modules/@tinsmith/amplifybackend/${f}`,
      bundle: true,
      format,
      platform: "node",
      minify,
      treeShaking: false,
      ignoreAnnotations: true,
      external: ["@aws-sdk/*"],
      logLevel: "error",
    });
