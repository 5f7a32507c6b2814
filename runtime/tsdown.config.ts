import { writeFileSync } from "node:fs";
import { defineConfig, type Rolldown, type UserConfig } from "tsdown";
// What builds of generated packages do, too; by its source, since the runtime is built before the generator.
import { MINIFY } from "../codegen/src/build/code-settings.js";
import { compact } from "../codegen/src/build/compact.js";
import { oneSetOfTypes, typesOnly } from "../codegen/src/build/types-once.js";
import { droppableDates, leaveOut, moduleOfJmesPath } from "./build/inlined-packages.js";
import { notices } from "./build/notices.js";
import { plainRequires } from "./build/plain-requires.js";

/** What differs between platforms: a file for each, of which `imports` of package.json picks one. */
const PLATFORM = "#platform";

/** The package itself, as its users name it. */
const RUNTIME = "@tinsmith/runtime";

/** What is not inlined: optional peers, which whoever needs them installs. */
const PEERS = "@aws-sdk/credential-provider-node";

/**
 * What goes into the one file that entries share, since every further file takes time to load: what more than one of them
 * needs, and the rest of these folders, as compressed bundles are smaller where what is alike stands together. Nothing here
 * may ask the platform: its own files have this one loaded before.
 */
const SHARED = new RegExp(
  `[\\\\/]src[\\\\/](?:${[
    "(?:common|errors|protocol|signing|validation)[\\\\/]",
    "config[\\\\/](?:defaults-mode|provider)\\.",
    "credentials[\\\\/](?:chain-init|describe-failure|what-to-pass)\\.",
    "retry[\\\\/]error-codes\\.",
    "transport[\\\\/](?:fetch-\\w+|growing-buffer|hide-parts|http-handler|proxy-failure|request-url)\\.",
  ].join("|")})`,
);

/** What the host and the test kit share. */
const HOST_SHARED = { name: "host-shared", test: /[\\/]src[\\/]host[\\/]/, minShareCount: 2 };

/** What all builds have in common: self-contained files, so that whoever installs them installs nothing else. */
const shared = {
  outDir: "dist",
  format: ["esm", "cjs"],
  target: ["node20", "es2022"],
  fixedExtension: false,
  hash: false,
  tsconfig: "../tsconfig.json",
  minify: MINIFY,
  clean: true,
} satisfies UserConfig;

/** Leaves imports of other files that are built here as they are, instead of having a copy of what they lead to. */
function external(...entries: string[]): Rolldown.Plugin {
  return {
    name: "external",
    resolveId: (id) => (entries.includes(id) ? { id, external: true } : undefined),
  };
}

/**
 * The code of one or more entries. `module` goes before `main`, because only ES modules can be rid of what is not used.
 *
 * @param others - what is imported of this package
 */
function code(entry: Record<string, string>, ...others: string[]): UserConfig {
  const left = [...others, PEERS];
  return {
    ...shared,
    entry,
    platform: "node",
    deps: { alwaysBundle: [new RegExp(`^(?!(?:${left.join("|")})$)`)], neverBundle: left, onlyBundle: false },
    inputOptions: {
      experimental: { attachDebugInfo: "none" },
      // Smithy makes this class, which nothing here uses, while its module loads; it would drag both ways of base64 along.
      treeshake: { manualPureFunctions: ["bindUint8ArrayBlobAdapter"] },
      resolve: { mainFields: ["module", "main"] },
    },
    outputOptions: {
      // Jest runs CommonJS in a context that knows no `import()`, if it is not started with a flag.
      dynamicImportInCjs: false,
      comments: { jsdoc: false, legal: false },
      ...(Object.keys(entry).length > 1 && {
        codeSplitting: { groups: [{ name: "shared", test: SHARED }, HOST_SHARED] },
      }),
    },
    plugins: [external(...others), plainRequires, notices(), compact],
    dts: false,
  };
}

/** Types, which are the same on all platforms. */
function types(entry: Record<string, string>, ...others: string[]): UserConfig {
  return {
    ...shared,
    entry,
    inputOptions: { experimental: { attachDebugInfo: "none" } },
    outputOptions: {
      codeSplitting: { groups: [{ name: "shared.d", minShareCount: 2 }] },
      minifyInternalExports: false,
    },
    dts: true,
    deps: { neverBundle: [PLATFORM, /^@/], onlyBundle: false },
    plugins: [external(PLATFORM, ...others), typesOnly, oneSetOfTypes],
  };
}

/** What users import, for all platforms: in one build, since most of it stands on the same code. */
const entries = {
  index: "src/index.ts",
  host: "src/host/index.ts",
  ky: "src/ky/index.ts",
  testing: "src/testing-kit/index.ts",
};
const platforms = { node: "src/platform/node.ts", web: "src/platform/web.ts" };
/** What the commands of generated packages share, for Node. It is built apart: most of it is a library's code. */
const command = { command: "src/command/index.ts" };

/** For who requires the command: Node requires ES modules. Nothing else runs it, so that one copy is enough. */
function requireCommand(): void {
  writeFileSync("dist/command.cjs", 'module.exports = require("./command.js");\n');
}

const HOST = `${RUNTIME}/host`;

const library = code({ ...entries, ...platforms }, PLATFORM, RUNTIME);

export default defineConfig([
  { ...library, plugins: [leaveOut, droppableDates, moduleOfJmesPath, library.plugins] },
  { ...code(command, HOST), format: "esm", onSuccess: requireCommand },
  types({ index: entries.index, host: entries.host }),
  types({ ky: entries.ky }, RUNTIME),
  types({ testing: entries.testing }, RUNTIME),
  types(command, HOST),
]);
