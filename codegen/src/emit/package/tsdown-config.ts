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

const IMPORTS = `import { defineConfig, type Rolldown, type UserConfig } from "tsdown";
`;

const ZOD_ENTRY = 'const zodEntry = { zod: "src/zod.ts" };';

/** @param entry - the entries of the build of the code */
const body = (entry: string): string => String.raw`
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

/** Nothing is inlined: whoever composes schemas brings the zod to do it with. */
const external = [/^@tinsmith\/runtime/, /^node:/, /^zod/];

/** Minifying keeps the names of functions and classes, and the lines: stack traces show them. */
const kept = { function: true, class: true };

const shared: UserConfig = {
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  tsconfig: false,
  inputOptions: { experimental: { attachDebugInfo: "none" } },
  // Removing whitespace would remove the annotations of pure calls, too, and bundlers could drop less.
  minify: {
    compress: { keepNames: kept },
    mangle: { keepNames: kept },
    codegen: { removeWhitespace: false },
  },
  outputOptions: {
    comments: { annotation: true, jsdoc: false, legal: false },
    // One file for what entries share: every further one takes time to load. But the list of operations
    // makes their descriptors, which clients make one by one.
    codeSplitting: { groups: [{ name: "shared", minShareCount: 2, test: /(?<!operations\.ts)$/ }] },
    plugins: [compact, oneProgram],
  },
  hash: false,
  deps: { neverBundle: external, onlyBundle: [] },
  dts: false,
  clean: true,
};

export default defineConfig([
  { ...shared, ${entry} },
  { ...shared, entry: zodEntry },
  // Types have a build of their own, of all entries: what two of them share is declared once.
  {
    ...shared,
    entry: { ...entry, ...zodEntry },
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
