import { execFile } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const SOURCES = "test/packages/programs";
const COMPILER = resolve("node_modules/typescript/bin/tsc");
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
  return execute(process.execPath, [COMPILER, ...FLAGS, ...flags.split(" "), ...files], {
    cwd: project,
  }).then(
    ({ stdout }) => stdout,
    ({ stdout, message }: { stdout: string; message: string }) => stdout || message,
  );
};

const copyProgram = (project: string, name: string, ending: string): string => {
  const file = `${name}.${ending}`;
  copyFileSync(join(SOURCES, `${name}.ts`), join(project, file));
  return file;
};
