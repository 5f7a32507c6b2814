import { build } from "esbuild";

const cwd = process.cwd();
const r = await build({
  entryPoints: [process.argv[2] ?? "generated/src/index.ts"],
  splitting: true,
  outdir: "/tmp/t/st/x",
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  platform: "node",
  metafile: true,
  plugins: [
    {
      name: "p",
      setup(b) {
        b.onResolve({ filter: /^#platform$/ }, () => ({ path: cwd + "/runtime/src/platform/node.ts" }));
        b.onResolve({ filter: /^@tinsmith\/runtime$/ }, () => ({ path: cwd + "/runtime/src/index.ts" }));
      },
    },
  ],
  external: ["@aws-sdk/*"],
  mainFields: ["module", "main"],
});
for (const [f, o] of Object.entries(r.metafile.outputs)) {
  console.log("#", f, o.bytes);
  if (o.bytes < 30000) continue;
  const g = {},
    d = {};
  for (const [k, v] of Object.entries(o.inputs)) {
    let key = k;
    const m = /node_modules\/((?:@[^/]+\/)?[^/]+)(.*)/.exec(k);
    if (m) {
      key = m[1];
      if (key === "@smithy/core") {
        const s = /submodules\/([^/]+)/.exec(m[2]);
        key += "/" + (s ? s[1] : "?");
      }
    } else {
      const s = /(runtime|generated)\/src\/([^/]+)/.exec(k);
      key = s ? s[1] + "/" + s[2] : k;
    }
    g[key] = (g[key] ?? 0) + v.bytesInOutput;
    d[k] = v.bytesInOutput;
  }
  console.log(
    Object.entries(g)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 60)
      .map(([k, v]) => v + " " + k)
      .join("\n"),
  );
  if (process.argv[3])
    console.log(
      Object.entries(d)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 110)
        .map(([k, v]) => v + " " + k)
        .join("\n"),
    );
}
