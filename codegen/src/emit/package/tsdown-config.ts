import type { PackagePlan } from "../../plan/package-plan.js";
import type { OutputFile } from "../../write/output-file.js";
import { headerComment } from "../files/header.js";
import type { Fragment } from "../layout/fragment.js";
import { object, text } from "../layout/literals.js";
import { print } from "../layout/print.js";
import { packageEntries } from "./entries.js";

/** Makes the configuration of the build: what is published needs `@tinsmith/runtime` and nothing else. */
export function tsdownConfig(
  plan: PackagePlan,
  extensionEntries: readonly string[],
  hasCommand: boolean,
): OutputFile {
  const files = packageEntries(extensionEntries).flatMap(({ file }) => (file === "zod" ? [] : [file]));
  const entry = print(["const entry = ", sources(files), ";"]);
  const program = hasCommand ? ['const program = { cli: "src/cli.ts" };'] : [];
  const code = hasCommand ? "entry: { ...entry, ...program }" : "entry";
  return {
    path: "tsdown.config.ts",
    contents: [
      `${headerComment([plan.service.source])}\n`,
      IMPORTS,
      entry,
      ...program,
      ZOD_ENTRY,
      body(code),
    ].join("\n"),
  };
}

const sources = (files: readonly string[]): Fragment =>
  object(files.map((file) => [file, text(`src/${file}.ts`)]));

const IMPORTS = `import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Rolldown, type UserConfig } from "tsdown";
`;

const ZOD_ENTRY = 'const zodEntry = { zod: "src/zod.ts" };';

/** @param entry - the entries of the build of the code */
const body = (entry: string): string => String.raw`
/**
 * Gives the inlined copy of zod a configuration of its own. As published, all copies of zod in a process
 * share one through a global: settings of the application's zod would change this package's validators,
 * and zod would try whether it may compile code, which a content security policy reports.
 */
const privateZod: Rolldown.Plugin = {
  name: "private-zod",
  transform: {
    filter: { id: /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js$/ },
    handler(code) {
      const shared = "(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});";
      if (!code.includes(shared)) {
        throw new Error("zod keeps its configuration elsewhere now: adapt the generator's tsdown.config.ts.");
      }
      const own = code.replace(shared, "").replaceAll("globalThis.__zod_globalConfig", "privateConfig");
      return ["const privateConfig = { jitless: true };", own].join("\n");
    },
  },
};

/** Lets bundlers drop zod's error classes: who reads issues needs none of them. */
const droppableErrors: Rolldown.Plugin = {
  name: "droppable-errors",
  transform: {
    filter: { id: /[\\/]zod[\\/]v4[\\/]core[\\/](?:errors|parse)\.js$/ },
    handler: (code) =>
      code
        .replaceAll("= $constructor(", "= /*@__PURE__*/ $constructor(")
        .replace("_safeParse(errors.$ZodRealError)", ["_safeParse(", ISSUES_ONLY, ")"].join("")),
  },
};

/** What safeParse puts issues into, in place of zod's error class. */
const ISSUES_ONLY = "class { constructor(issues) { this.issues = issues; } }";

/**
 * Cuts the inlined copy of zod down to safeParse, the one method that is called here. Bundlers cannot do it:
 * they keep every method of a prototype, and every branch that they cannot rule out. The patterns fit zod's
 * source as it is written now; one that no longer fits changes nothing, and the code it would cut is shipped.
 */
const onlySafeParse: Rolldown.Plugin = {
  name: "only-safe-parse",
  transform: {
    filter: { id: /[\\/]zod[\\/]v4[\\/](?:core|mini)[\\/](?:core|parse|schemas|util)\.js$/ },
    handler: (code) =>
      UNUSED.reduce(
        (rest, [written, left]) => rest.replace(written, left),
        code.replace(METHOD, (method: string, name: string) => (METHODS.includes(name) ? "" : method)),
      ),
  },
};

/** A method of a class, as zod's own build indents it. */
const METHOD = /^ {4}(?:[gs]et )?([\w"~]+)\(.*\) \{\n(?: {8}.*\n)+ {4}\},\n/gm;

/** Methods of schemas that nothing here calls. */
const METHODS = [
  "with",
  '"~standard"',
  "parse",
  "parseAsync",
  "safeParseAsync",
  "brand",
  "register",
  "apply",
];

/** Conditions that never hold here, and the constants that let bundlers drop the branches behind them. */
const UNUSED: readonly (readonly [written: RegExp, left: string])[] = [
  // Asynchronous checks, encoding, and stopping at the first problem.
  [/\b(?:asyncResult \|\| )?\w+ instanceof Promise\b/g, "false"],
  [/\(asyncResult\)/g, "(false)"],
  [/\bproms\.length\b/g, "0"],
  [/\bctx\.direction === "backward"/g, "false"],
  [/\bctx\??\.(?:abortEarly|skipChecks)\b/g, "false"],
  // Hooks for all schemas.
  [/\bcore\.globalConfig\.memoizer\b/g, "undefined"],
  [/\bglobalThis\.__zod_globalConfig\?\.postProcessor\b/g, "undefined"],
  // Messages of other languages, or of the schemas' own.
  [/^ {4}const traits = [^]*?"Invalid input"\);\n/m, '    const message = iss.message || "Invalid input";\n'],
  [/\butil\.attachSchema\(.*\);/g, ""],
  [
    /^export function normalizeParams\([^]*?^\}\n/m,
    "export const normalizeParams = (params) => ({ ...params });\n",
  ],
  // Errors with a stack.
  [/\bparams\?\.Parent\b/g, "undefined"],
  // What discriminated unions and template literals ask of other schemas.
  [
    /^ {4}util\.defineLazyInternal\(inst, "(?:pattern|propValues|values)", (?:.*\);\n|[^]*?^ {4}\}\);\n)/gm,
    "",
  ],
  // What schemas tell of themselves.
  [/^ {4}util\.installLazyProp\(.*\);\n/gm, ""],
  [/^ {4}inst\._zod\.version = version;\n/m, ""],
  // Constants that bundlers keep, since reading them might run something.
  [/\bNumber\.MAX_VALUE\b/g, String(Number.MAX_VALUE)],
  [/\bNumber\.MAX_SAFE_INTEGER\b/g, String(Number.MAX_SAFE_INTEGER)],
  [/\bNumber\.MIN_SAFE_INTEGER\b/g, String(Number.MIN_SAFE_INTEGER)],
];

/** Drops the code of a build that is made for its types. */
const typesOnly: Rolldown.Plugin = {
  name: "types-only",
  generateBundle(_options, bundle) {
    for (const name of Object.keys(bundle)) if (!/\.d\.c?ts$/.test(name)) delete bundle[name];
  },
};

/**
 * Writes types once, for CommonJS: ES modules may import those, too. What is declared twice is installed
 * and read twice, and a class of one format is not that of the other.
 */
const oneSetOfTypes: Rolldown.Plugin = {
  name: "one-set-of-types",
  generateBundle(_options, bundle) {
    for (const [file, part] of Object.entries(bundle)) {
      const [, name] = /^(.*)\.d\.ts$/.exec(file) ?? [];
      if (name === undefined) continue;
      if (part.type === "chunk" && part.isEntry) part.code = ['export * from "./', name, '.cjs";\n'].join("");
      else delete bundle[file];
    }
  },
};

/** Gives modules of zod short names, which schemas consist of, and lists names once. */
const shortTypes: Rolldown.Plugin = {
  name: "short-types",
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle))
      if (part.type === "chunk")
        part.code = passOn(part.code.replaceAll("_$zod_mini0", "z").replaceAll("_$zod_v4_core0", "core"));
  },
};

/** Names what a file only passes on once, instead of importing and exporting it. */
function passOn(code: string): string {
  const used = new Set(code.replace(/^(?:import|export) \{ .*$/gm, "").match(/[\w$]+/g));
  const [, list = ""] = /^export \{ (.*) \};$/m.exec(code) ?? [];
  const exported = new Map(list.split(", ").map((item) => [item.replace("type ", ""), item]));
  const imports = /^import \{ (.*) \} from (".*");$/gm;
  const shorter = code.replace(imports, (_whole, names: string, from: string) => {
    const imported = names.split(", ");
    const passed = imported.filter((name) => exported.has(name) && !used.has(name));
    const kept = imported.filter((name) => !passed.includes(name));
    const items = passed.map((name) => exported.get(name));
    for (const name of passed) exported.delete(name);
    return [listing("import", kept, from), listing("export", items, from)].join("\n").trim();
  });
  return shorter.replace(/^export \{ .* \};$/m, listing("export", [...exported.values()]));
}

const listing = (kind: string, items: readonly unknown[], from?: string): string =>
  items.length === 0
    ? ""
    : [kind, " { ", items.join(", "), " }", ...(from === undefined ? [] : [" from ", from]), ";"].join("");

/**
 * Leaves out what nobody needs, and no minifier leaves out without dropping more: indentation, and functions
 * around what files of the package take of each other in CommonJS. Escapes what is not ASCII: for one such
 * character engines keep two bytes for each of a file.
 */
const compact: Rolldown.Plugin = {
  name: "compact",
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== "chunk" || !/\.c?js$/.test(part.fileName)) continue;
      const code = part.code.replace(/[\u0080-\uffff]/g, escaped).replace(GETTER, "exports.$1 = $2");
      const texts = findTexts(this.parse(code));
      part.code = code.replace(/^\t+/gm, (blank, at: number) =>
        texts.some(({ start, end }) => start <= at && at < end) ? blank : "",
      );
    }
  },
};

const escaped = (character: string): string =>
  ["\\u", character.charCodeAt(0).toString(16).padStart(4, "0")].join("");

/** How the bundler exports from CommonJS what other files of the package take. */
const GETTER =
  /Object\.defineProperty\(exports, "([\w$]+)", \W+enumerable: !0,\W+get.+\W+return (.+);\W+\}\)/g;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where texts of several lines stand, whose blanks say something. */
function findTexts(node: unknown): readonly Range[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, start, end } = node as Partial<Range & { type: string }>;
  if (type === "TemplateElement" && start !== undefined && end !== undefined) return [{ start, end }];
  return Object.values(node).flatMap(findTexts);
}

/** Drops the program's CommonJS: the command runs the ES module. */
const oneProgram: Rolldown.Plugin = {
  name: "one-program",
  generateBundle(_options, bundle) {
    delete bundle["cli.cjs"];
  },
};

/** Writes the licences of the packages whose code is inlined into a file beside it. */
const notices: Rolldown.Plugin = {
  name: "third-party-notices",
  generateBundle(_options, bundle) {
    const parts = Object.values(bundle);
    const modules = parts.flatMap((part) => (part.type === "chunk" ? Object.keys(part.modules) : []));
    const folders = new Set(modules.flatMap((id) => PACKAGE_FOLDER.exec(id) ?? []));
    if (folders.size === 0) return;
    const source = [...folders].sort().map(notice).join("\n");
    this.emitFile({ type: "asset", fileName: "THIRD-PARTY-NOTICES.txt", source });
  },
};

const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/;

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error([folder, "has no licence to pass on."].join(" "));
  const text = readFileSync(join(folder, file), "utf8").trim();
  return [[name, version, license].join(", "), "", text, ""].join("\n");
}

/** What is not inlined: the runtime, and what platforms bring. */
const external = [/^@tinsmith\/runtime/, /^node:/];

/** Minifying keeps the names of functions and classes, and the lines: stack traces show them. */
const kept = { function: true, class: true };

const shared: UserConfig = {
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  tsconfig: false,
  // ES modules go first: only they can be rid of what is not used.
  inputOptions: { resolve: { mainFields: ["module", "main"] }, experimental: { attachDebugInfo: "none" } },
  // Removing whitespace would remove the annotations of pure calls, too, and bundlers could drop less.
  minify: {
    compress: { keepNames: kept },
    mangle: { keepNames: kept },
    codegen: { removeWhitespace: false },
  },
  outputOptions: {
    comments: { annotation: true, jsdoc: false, legal: false },
    // One file for what entries share: every further one takes time to load.
    codeSplitting: { groups: [{ name: "shared", minShareCount: 2 }] },
    plugins: [compact, oneProgram],
  },
  hash: false,
  dts: false,
  clean: true,
};

export default defineConfig([
  {
    ...shared,
    ${entry},
    deps: { alwaysBundle: [/^(?!@tinsmith\/runtime|node:)/], neverBundle: external, onlyBundle: false },
    plugins: [onlySafeParse, privateZod, droppableErrors, notices],
  },
  // Whoever composes schemas brings the zod to do it with.
  { ...shared, entry: zodEntry, deps: { neverBundle: [/^zod/, ...external] } },
  // Types have a build of their own: made along with code, they take the place of the code that is inlined.
  {
    ...shared,
    entry: { ...entry, ...zodEntry },
    deps: { neverBundle: [/^zod/, ...external] },
    outputOptions: {
      codeSplitting: { groups: [{ name: "shared.d", minShareCount: 2 }] },
      minifyInternalExports: false,
      plugins: [shortTypes],
    },
    dts: { tsconfig: false, compilerOptions: { strict: true, exactOptionalPropertyTypes: true } },
    plugins: [typesOnly, oneSetOfTypes],
  },
]);
`;
