import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runCompiler } from "../../support/run-compiler.js";
import type { Platform, Stage } from "../platform.js";
import { runProgram } from "../run-program.js";
import { type Check, Checks } from "../story/checks.js";
import { NODE_FACTS } from "./node.js";

/** What is compiled: the story that needs nothing but the packages. */
const SOURCES = ["shop.ts", "checks.ts", "world.ts"];

/** As projects have it whose owners care; types of packages are checked, too. */
const FLAGS = "--strict --exactOptionalPropertyTypes --target es2022 --lib es2022,dom --outDir built".split(
  " ",
);

/** How a project tells the compiler about its modules, and Node about what comes of it. */
interface Setting {
  readonly title: string;
  readonly flags: string;
  readonly type: "module" | "commonjs";
}

const ES_MODULES: readonly Setting[] = [
  { title: "node16, ES modules", flags: "--module node16", type: "module" },
  { title: "nodenext, CommonJS", flags: "--module nodenext", type: "commonjs" },
  { title: "bundler", flags: "--module esnext --moduleResolution bundler", type: "module" },
];

const commonJs = (resolution: string): Setting => ({
  title: `commonjs, ${resolution.split(" ")[0]}`,
  flags: `--module commonjs --moduleResolution ${resolution}`,
  type: "commonjs",
});

const typescript = (name: string, library: string, resolution: string): Platform => ({
  name: `TypeScript ${name}`,
  facts: NODE_FACTS,
  isCheap: false,
  find: () => ({ path: library }),
  run: async (path, stage) => {
    const checks: Check[] = [];
    for (const setting of [...ES_MODULES, commonJs(resolution)]) {
      checks.push(...(await compileAndTell(path, setting, stage)));
    }
    const { version } = createRequire(import.meta.url)(`${path}/package.json`) as { version: string };
    return { version, checks };
  },
});

/** The oldest that is supported, the last of each major version since, and the newest. */
export const typescripts: readonly Platform[] = [
  typescript("5.4", "typescript-5.4", "node10"),
  typescript("5.9", "typescript-5.9", "node10"),
  typescript("6", "typescript", "node10 --ignoreDeprecations 6.0"),
  typescript("7", "typescript-7", "bundler"),
];

const compileAndTell = async (
  library: string,
  { title, flags, type }: Setting,
  { world, project }: Stage,
): Promise<readonly Check[]> => {
  const folder = join(project, `${library} ${title}`.replace(/\W+/g, "-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type }));
  for (const source of SOURCES) cpSync(join("test/platforms/story", source), join(folder, source));
  const checks = new Checks();
  await checks.run("compiles", async () => {
    const complaints = await runCompiler(folder, [...FLAGS, ...flags.split(" "), ...SOURCES], library);
    if (complaints !== "") throw new Error(complaints);
    return `${readdirSync(join(folder, "built")).length} files`;
  });
  await checks.run("tells", async () => {
    const parameters = [join(project, "shop.mjs"), join(folder, "built/shop.js")];
    const told = await runProgram(process.execPath, parameters, { world, project: folder });
    checks.all.push(...told);
    return `${told.length} checks`;
  });
  return checks.all.map((check) => ({ ...check, title: `${title}: ${check.title}` }));
};
