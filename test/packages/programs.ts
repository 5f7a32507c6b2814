import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const SOURCES = "test/packages/programs";

/** How a program is written. */
export type ModuleFormat = "ES modules" | "CommonJS";

/** Milliseconds that a program has to end by itself. */
const TIME_LIMIT = 10_000;

/** Puts a program into a project and runs it; gives what it printed, or fails as it fails. */
export const runProgram = async (
  project: string,
  name: string,
  format: ModuleFormat,
  flags: readonly string[],
): Promise<{ readonly stdout: string; readonly stderr: string }> => {
  const source = readFileSync(join(SOURCES, `${name}.mjs`), "utf8");
  const file = format === "CommonJS" ? `${name}.cjs` : `${name}.mjs`;
  writeFileSync(join(project, file), format === "CommonJS" ? toCommonJs(source) : source);
  // Nothing of the machine's own set-up: no region, no credentials.
  return execute(process.execPath, [...flags, file], { cwd: project, env: {}, timeout: TIME_LIMIT });
};

/** The same program as CommonJS, for the forms of `import` that the programs have. */
const toCommonJs = (source: string): string => {
  const required = source.replace(
    /^import (?:\* as )?(\w+|\{[^}]*\}) from (".*");$/gm,
    "const $1 = require($2);",
  );
  return `(async () => {\n${required}})();\n`;
};
