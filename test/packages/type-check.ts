import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { runCompiler } from "../support/run-compiler.js";

const SOURCES = "test/packages/programs";
const FLAGS = [
  ..."--ignoreConfig --noEmit --target es2022 --strict --exactOptionalPropertyTypes".split(" "),
  ..."--skipLibCheck false".split(" "),
];

/** How a project tells the compiler about its modules. */
export interface ModuleSetting {
  readonly flags: string;
  /** Endings of its files: they say whether a file is an ES module or CommonJS. */
  readonly endings: readonly string[];
}

/** Compiles programs in a project, each with every ending; gives the compiler's complaints. */
export const typeCheck = (
  project: string,
  names: readonly string[],
  { flags, endings }: ModuleSetting,
): Promise<string> => {
  const files = names.flatMap((name) => endings.map((ending) => copyProgram(project, name, ending)));
  return runCompiler(project, [...FLAGS, ...flags.split(" "), ...files]);
};

const copyProgram = (project: string, name: string, ending: string): string => {
  const file = `${name}.${ending}`;
  copyFileSync(join(SOURCES, `${name}.ts`), join(project, file));
  return file;
};
