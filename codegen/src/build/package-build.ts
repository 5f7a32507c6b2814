import type { UserConfig } from "tsdown";
import { MINIFY } from "./code-settings.js";
import { compact } from "./compact.js";
import { programOnce } from "./program-once.js";
import { shortTypes } from "./short-types.js";
import { oneSetOfTypes, typesOnly } from "./types-once.js";

/** Files of a build: sources by the names that they get in `dist`, without extension. */
type Files = Readonly<Record<string, string>>;

/** What a generated package consists of. */
export interface PackageBuild {
  /** What its users import, in both formats and with types. */
  readonly entries: Files;
  /** The entry of the schemas: built apart, since nothing else may need the zod that its users bring. */
  readonly zod: Files;
  /** What its command runs: an ES module without types. Default: none. */
  readonly program?: Files | undefined;
}

/** Nothing is inlined: whoever composes schemas brings the zod to do it with. */
const EXTERNAL = [/^@tinsmith\/runtime/, /^node:/, /^zod/];

/**
 * Says how a generated package is built: ES modules and CommonJS, minified but for lines and the names that stack traces show,
 * with one set of types for both. It imports `@tinsmith/runtime`, and only the entry of the schemas imports zod.
 *
 * The plugins of this build edit what tsdown's bundler writes, and fail where they no longer know its form: build with the
 * version of tsdown that the package was generated for.
 *
 * @example In the package's `tsdown.config.ts`:
 * ```ts
 * export default defineConfig(packageBuild({ entries: { index: "src/index.ts" }, zod: { zod: "src/zod.ts" } }));
 * ```
 * @returns tsdown's configurations, of the code and of the types
 * @see https://tsdown.dev
 */
export function packageBuild({ entries, zod, program = {} }: PackageBuild): UserConfig[] {
  const code = { ...SHARED, outputOptions: CODE_OUTPUT };
  const programs = Object.keys(program);
  return [
    { ...code, entry: { ...entries, ...program }, plugins: [programOnce(programs)] },
    { ...code, entry: { ...zod } },
    // Types have a build of their own, of all entries: what two of them share is declared once.
    { ...SHARED, ...TYPES, entry: { ...entries, ...zod } },
  ];
}

const SHARED = {
  format: ["esm", "cjs"],
  platform: "neutral",
  target: "es2022",
  fixedExtension: false,
  tsconfig: false,
  inputOptions: { experimental: { attachDebugInfo: "none" } },
  minify: MINIFY,
  hash: false,
  deps: { neverBundle: EXTERNAL, onlyBundle: [] },
  dts: false,
  clean: true,
} satisfies UserConfig;

const CODE_OUTPUT = {
  comments: { annotation: true, jsdoc: false, legal: false },
  // One file for what entries share: every further one takes time to load. But the list of operations makes their
  // descriptors, which clients make one by one.
  codeSplitting: { groups: [{ name: "shared", minShareCount: 2, test: /(?<!operations\.ts)$/ }] },
  plugins: [compact],
} satisfies UserConfig["outputOptions"];

const TYPES = {
  outputOptions: {
    codeSplitting: { groups: [{ name: "shared.d", minShareCount: 2 }] },
    minifyInternalExports: false,
    plugins: [shortTypes],
  },
  dts: { tsconfig: false, compilerOptions: { strict: true, exactOptionalPropertyTypes: true } },
  plugins: [typesOnly, oneSetOfTypes],
} satisfies UserConfig;
