import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { runCompiler } from "../support/run-compiler.js";
import type { Example } from "./read-examples.js";

const execute = promisify(execFile);

const RUNNER = resolve("test/examples/run-examples.mjs");

/** All that TypeScript can find fault with, save for a style that it could not know. */
const STRICTEST = [
  ..."--ignoreConfig --module nodenext --target es2022 --strict --exactOptionalPropertyTypes".split(" "),
  ..."--noUncheckedIndexedAccess --noPropertyAccessFromIndexSignature --noImplicitOverride".split(" "),
  ..."--noImplicitReturns --noFallthroughCasesInSwitch --noUnusedLocals --noUnusedParameters".split(" "),
  ..."--verbatimModuleSyntax --isolatedModules --erasableSyntaxOnly".split(" "),
  ..."--noUncheckedSideEffectImports --skipLibCheck false".split(" "),
];

/** What came of a program: one of both. */
export interface Outcome {
  readonly result?: Readonly<Record<string, unknown>>;
  /** Name and message of what was thrown. */
  readonly error?: string;
}

/** Where a program is to make its call. */
export interface Placement {
  readonly example: Example;
  readonly endpoint: string;
}

/** The examples as programs of somebody who has installed the built package. */
export class ExamplePrograms {
  // Below the repository, so that the programs find the package as their users would.
  readonly #folder = mkdtempSync(join(process.cwd(), "node_modules", ".examples-"));

  constructor(examples: readonly Example[]) {
    for (const { operation, code } of examples) {
      // The result is handed out: to be looked at, and because a name that nobody uses is an error.
      writeFileSync(join(this.#folder, `${operation}.mts`), `${code}\nexport { result };\n`);
    }
  }

  /** Compiles all programs, in one go; gives the compiler's complaints. */
  compile(examples: readonly Example[]): Promise<string> {
    return runCompiler(this.#folder, [...STRICTEST, ...examples.map(({ operation }) => `${operation}.mts`)]);
  }

  /** Runs the compiled programs in one process, which has to end by itself. */
  async run(placements: readonly Placement[], environment: NodeJS.ProcessEnv): Promise<readonly Outcome[]> {
    const calls = placements.map(({ example, endpoint }) => ({
      url: pathToFileURL(join(this.#folder, `${example.operation}.mjs`)).href,
      endpoint,
    }));
    const options = { env: environment, timeout: 30_000 };
    const { stdout } = await execute(process.execPath, [RUNNER, JSON.stringify(calls)], options);
    return JSON.parse(stdout);
  }

  destroy(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
