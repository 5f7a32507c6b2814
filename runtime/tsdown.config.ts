import { fileURLToPath } from "node:url";
import { defineConfig, type Rolldown, type UserConfig } from "tsdown";
import { notices } from "./tsdown.notices.js";

function source(path: string): string {
  return fileURLToPath(new URL(`src/${path}`, import.meta.url));
}

/** Picks the platform, before `paths` of the shared tsconfig.json can say otherwise. */
function platform(name: string): Rolldown.Plugin {
  return {
    name: "platform",
    resolveId: (id) => (id === "#platform" ? source(`platform/${name}.ts`) : undefined),
  };
}

/** The package itself, as its users name it. */
const RUNTIME = "@tinsmith/runtime";

/** What is not inlined: optional peers, which whoever needs them installs. */
const PEERS = "@aws-sdk/credential-provider-node";

/**
 * Packages that the proxy agents import and nothing here uses. Kerberos, which one of them would load, is not installed;
 * the other writes connections to the console for whoever sets `DEBUG`.
 */
const UNUSED: Readonly<Record<string, string>> = {
  "proxy-agent-negotiate": "export const createNegotiateAuth = undefined;",
  debug: "export default () => () => {};",
};

function leaveOut(): Rolldown.Plugin {
  return {
    name: "leave-out",
    resolveId: (id) => (id in UNUSED ? `\0unused:${id}` : undefined),
    load: (id) => UNUSED[id.replace("\0unused:", "")],
  };
}

/** Lets bundlers drop Smithy's expressions for timestamps, where no member is one: they see that nothing is run. */
const droppableDates: Rolldown.Plugin = {
  name: "droppable-dates",
  transform: {
    filter: { id: /[\\/]schema-date-utils\.js$/ },
    handler(code) {
      const parts = new Map(
        [...code.matchAll(/^const (\w+) = `(.*)`;$/gm)].map(([, name, text]) => [name, text]),
      );
      return code
        .replace(/\$\{(\w+)\}/g, (whole, name: string) => parts.get(name) ?? whole)
        .replaceAll("= new RegExp(", "= /*@__PURE__*/ new RegExp(");
    },
  },
};

/** In CommonJS: requires the peer where its import stands, within `try`; only there bundlers let it be missing. */
function optionalPeer(): Rolldown.Plugin {
  const load =
    /await Promise\.resolve\(\)\.then\(\(\) => .*(require\("@aws-sdk\/credential-provider-node"\)).*\);/;
  return {
    name: "optional-peer",
    renderChunk: (code, _chunk, { format }) => (format === "cjs" ? code.replace(load, "$1;") : undefined),
  };
}

/**
 * Writes types once, for CommonJS: ES modules may import those, too. What is declared twice is installed and read twice,
 * and a class of one format is not that of the other.
 */
const oneSetOfTypes: Rolldown.Plugin = {
  name: "one-set-of-types",
  generateBundle(_options, bundle) {
    for (const [file, part] of Object.entries(bundle)) {
      const [, name] = /^(.*)\.d\.ts$/.exec(file) ?? [];
      if (name === undefined) continue;
      if (part.type === "chunk" && part.isEntry) part.code = `export * from "./${name}.cjs";\n`;
      else delete bundle[file];
    }
  },
};

/** Fewer bytes to install, load and parse. The names that stack traces show stay, and so do lines. */
const KEPT = { function: true, class: true };
const minify = {
  compress: { keepNames: KEPT },
  mangle: { keepNames: KEPT },
  // Without blanks it would drop the marks of calls that have no effect, too, and bundlers could drop less.
  codegen: { removeWhitespace: false },
};

/**
 * One flavour of the runtime: self-contained files, so that whoever installs it installs nothing else. `module` goes
 * before `main`, because only ES modules can be rid of what is not used.
 */
function flavour(name: "node" | "web", entry: Record<string, string>): UserConfig {
  return {
    entry,
    outDir: `dist/${name}`,
    format: ["esm", "cjs"],
    platform: name === "node" ? "node" : "browser",
    target: name === "node" ? "node20" : "es2022",
    fixedExtension: false,
    tsconfig: "../tsconfig.json",
    deps: { alwaysBundle: [new RegExp(`^(?!${PEERS})`)], neverBundle: [PEERS], onlyBundle: false },
    minify,
    inputOptions: {
      experimental: { attachDebugInfo: "none" },
      // Smithy makes this class, which nothing here uses, while its module loads; it would drag both ways of base64 along.
      treeshake: { manualPureFunctions: ["bindUint8ArrayBlobAdapter"] },
      resolve: { mainFields: name === "node" ? ["module", "main"] : ["browser", "module", "main"] },
    },
    // Jest runs CommonJS in a context that knows no `import()`, if it is not started with a flag.
    outputOptions: { dynamicImportInCjs: false, comments: { jsdoc: false, legal: false } },
    plugins: [platform(name), leaveOut(), droppableDates, optionalPeer(), notices(), oneSetOfTypes],
    // What is imported is the same on all platforms.
    dts: name === "node",
    clean: true,
  };
}

/**
 * The test kit, for all platforms. It is built apart, and imports the runtime as its users do: what the kit shares with
 * the runtime would else be moved to files of which bundlers drop less, for everybody.
 */
function testKit(): UserConfig {
  return apart(flavour("web", { index: "src/testing-kit/index.ts" }), "testing", RUNTIME);
}

/** The handler on `ky`, for all platforms: apart, so that no other entry has ky's code. */
function kyHandler(): UserConfig {
  return apart(flavour("web", { index: "src/ky/index.ts" }), "ky", RUNTIME);
}

/** What the commands of generated packages share, for Node. It is built apart for the same reason. */
function command(): UserConfig {
  return apart(flavour("node", { index: "src/command/index.ts" }), "command", `${RUNTIME}/host`);
}

/** A build that imports another entry of this package, instead of having a copy of it. */
function apart(shared: UserConfig, folder: string, entry: string): UserConfig {
  const runtime: Rolldown.Plugin = {
    name: "runtime",
    resolveId: (id) => (id === entry ? { id, external: true } : undefined),
  };
  return {
    ...shared,
    dts: true,
    outDir: `dist/${folder}`,
    deps: { alwaysBundle: [new RegExp(`^(?!${RUNTIME})`)], neverBundle: [entry], onlyBundle: false },
    plugins: [runtime, notices(), oneSetOfTypes],
  };
}

export default defineConfig([
  flavour("node", { index: "src/index.ts", host: "src/host/index.ts" }),
  flavour("web", { index: "src/index.ts" }),
  kyHandler(),
  testKit(),
  command(),
]);
