import { writeFileSync } from "node:fs";
import { defineConfig, type Rolldown, type UserConfig } from "tsdown";
import { compact } from "./tsdown.compact.js";
import { notices } from "./tsdown.notices.js";

/** What differs between platforms: a file for each, of which `imports` of package.json picks one. */
const PLATFORM = "#platform";

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

/** Gives jmespath the form of a module: made one by helpers, it would cost files and time, and bundlers a wrapper. */
const moduleOfJmesPath: Rolldown.Plugin = {
  name: "module-of-jmespath",
  transform: {
    filter: { id: /[\\/]jmespath\.js$/ },
    handler: (code) => `const exports = {};\n${code}\nexport default exports;`,
  },
};

/** The helpers that CommonJS has of the bundler: they make modules of what is required. */
const HELPERS = "rolldown-runtime.cjs";

/** Makes a module of what was required a line before. */
const COPY = /^(\w+) = require_rolldown_runtime\.\w+\(\1, 1\);\n/gm;

/** Makes a module of what is required where it is needed. */
const LATER =
  /await Promise\.resolve\(\)\.then\(\(\) => .{0,20}require_rolldown_runtime\.\w+\((require\("[^"]+"\)), 1\)\)/g;

/**
 * In CommonJS: takes the modules of Node as they are, instead of copying what they have; and requires the peer where its
 * import stands, within `try`: only there bundlers let it be missing.
 */
const plainRequires: Rolldown.Plugin = {
  name: "plain-requires",
  renderChunk(code, _chunk, { format }) {
    if (format !== "cjs") return undefined;
    const copied = [...code.matchAll(COPY)].map(([, name]) => name);
    return code
      .replace(/^const require_rolldown_runtime = .*\n/m, "")
      .replace(COPY, "")
      .replace(/\b(\w+)\.default\b/g, (whole, name: string) => (copied.includes(name) ? name : whole))
      .replace(LATER, "$1");
  },
  generateBundle(_options, bundle) {
    delete bundle[HELPERS];
    for (const part of Object.values(bundle))
      if (part.type === "chunk" && part.code.includes("rolldown_runtime"))
        throw new Error(`${part.fileName} takes more of the bundler's helpers than is known here.`);
  },
};

/** Drops the code of a build that is made for its types. */
const typesOnly: Rolldown.Plugin = {
  name: "types-only",
  generateBundle(_options, bundle) {
    for (const name of Object.keys(bundle)) if (!/\.d\.c?ts$/.test(name)) delete bundle[name];
  },
};

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
  minify,
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
    plugins: [
      external(...others),
      leaveOut(),
      droppableDates,
      moduleOfJmesPath,
      plainRequires,
      notices(),
      compact,
    ],
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

export default defineConfig([
  code({ ...entries, ...platforms }, PLATFORM, RUNTIME),
  { ...code(command, HOST), format: "esm", onSuccess: requireCommand },
  types({ index: entries.index, host: entries.host }),
  types({ ky: entries.ky }, RUNTIME),
  types({ testing: entries.testing }, RUNTIME),
  types(command, HOST),
]);
