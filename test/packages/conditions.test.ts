import { builtinModules, isBuiltin } from "node:module";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { build } from "esbuild";
import { requireBuild } from "../support/require-build.js";

beforeAll(requireBuild);

/** What of the runtime differs with these conditions, as a bundler takes it for a program, and whether Node's modules are in it. */
const bundle = async (program: string, conditions: readonly string[]) => {
  const { metafile } = await build({
    stdin: { contents: program, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "neutral",
    conditions: [...conditions],
    external: ["node:*", ...builtinModules, "@aws-sdk/*"],
    // The paths of this repository's own would lead to sources.
    tsconfigRaw: {},
  });
  const files = Object.entries(metafile.inputs);
  const builds = files.flatMap(([file]) => /runtime\/dist\/(index|node|web|ky)\.c?js$/.exec(file)?.[1] ?? []);
  const imports = files.flatMap(([, input]) => input.imports.map(({ path }) => path));
  return { builds: builds.sort(), hasNode: imports.some((path) => isBuiltin(path)) };
};

const PROGRAMS: Readonly<Record<string, string>> = {
  import: `import { AmplifyBackendClient } from "@tinsmith/amplifybackend"; new AmplifyBackendClient();`,
  require: `const { AmplifyBackendClient } = require("@tinsmith/amplifybackend"); new AmplifyBackendClient();`,
};

/** What tools ask for, by whom it is. */
const WEB: readonly (readonly [who: string, conditions: readonly string[]])[] = [
  ["Cloudflare", ["workerd", "worker", "browser"]],
  ["the edge, with some of Node", ["edge-light", "worker", "node"]],
  ["service workers", ["worker", "browser", "module"]],
  ["browsers", ["browser", "module"]],
  ["React Native", ["react-native"]],
  ["nobody in particular", []],
];

describe.each(Object.keys(PROGRAMS))("a program that uses %s is bundled", (kind) => {
  test.each(WEB)("for %s with what is for the web, which needs nothing of Node", async (_, conditions) => {
    const result = await bundle(PROGRAMS[kind] ?? "", [kind, ...conditions]);
    expect(result).toEqual({ builds: ["index", "web"], hasNode: false });
  });

  test.each([[["node"]], [["bun", "node"]], [["deno", "node"]], [["bun"]], [["deno"]]])(
    "under %j with what is for Node",
    async (conditions) => {
      const result = await bundle(PROGRAMS[kind] ?? "", [kind, ...conditions]);
      expect(result).toEqual({ builds: ["index", "node"], hasNode: true });
    },
  );
});

test.each([...WEB, ["Node", ["node"]] as const])(
  "a program that uses the handler on ky alone is bundled for %s without the rest of the runtime",
  async (_, conditions) => {
    const program = `import { KyHttpHandler } from "@tinsmith/runtime/ky"; new KyHttpHandler();`;
    expect(await bundle(program, ["import", ...conditions])).toEqual({ builds: ["ky"], hasNode: false });
  },
);
