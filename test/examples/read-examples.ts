import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";

const COMMANDS = "generated/src/commands";

/** The `@example` of a command, as its users read it. */
export interface Example {
  /** e.g. `CloneBackend`. */
  readonly operation: string;
  readonly title: string;
  /** A whole program. */
  readonly code: string;
  /** What the comment `// result:` at the end of the program says. */
  readonly result: Readonly<Record<string, unknown>>;
}

/** The examples of all commands. A command that has none, or none that can be read, has no entry. */
export const readExamples = (): readonly Example[] =>
  readdirSync(COMMANDS)
    .sort()
    .flatMap((file) => readExamplesOf(file));

const readExamplesOf = (file: string): Example[] =>
  [...readFileSync(join(COMMANDS, file), "utf8").matchAll(EXAMPLE)].map(([, title = "", comment = ""]) => {
    const code = comment.replace(/^ \* ?/gm, "");
    return { operation: file.replace(/Command\.ts$/, ""), title, code, result: readResult(code) };
  });

const EXAMPLE = /^ \* @example (.+)\n \* ```ts\n([\s\S]*?)^ \* ```$/gm;

const RESULT = /^\/\/ result: [\s\S]*/m;

/** The result is written as TypeScript would have it: an object literal, behind slashes. */
const readResult = (code: string): Example["result"] => {
  const literal = RESULT.exec(code)?.[0]
    .replace("// result: ", "")
    .replace(/^\/\/ ?/gm, "");
  if (literal === undefined) throw new Error(`No result is shown:\n${code}`);
  // By way of JSON, so that its objects are of this realm.
  return JSON.parse(runInNewContext(`JSON.stringify(${literal})`));
};
