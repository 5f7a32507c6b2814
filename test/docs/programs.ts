import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { runCompiler } from "../support/run-compiler.js";
import type { CodeBlock } from "./code-blocks.js";

const execute = promisify(execFile);

const STRICTEST = [
  ..."--ignoreConfig --module nodenext --target es2022 --types node --skipLibCheck".split(" "),
  ..."--strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --verbatimModuleSyntax".split(" "),
];

/** What is known of a file's language: what the block is written to, and what runs then. */
const FILES = { ts: { source: ".mts", program: ".mjs" }, js: { source: ".cjs", program: ".cjs" } } as const;

/** Where and how a program runs. */
export interface ProgramOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** A module to be loaded before the program. */
  readonly preload?: string | undefined;
  /** The folder to run in, if it matters. */
  readonly folder?: string | undefined;
}

/** Code blocks of the documentation as programs of somebody who has installed the built packages. */
export class Programs {
  // Below the repository, so that the programs find the packages as their users would.
  readonly #folder = mkdtempSync(join(process.cwd(), "node_modules", ".docs-"));
  readonly #blocks: readonly CodeBlock[];

  /** @param blocks - those in TypeScript (`ts`) and CommonJS (`js`) become programs */
  constructor(blocks: readonly CodeBlock[]) {
    this.#blocks = blocks;
    for (const block of blocks) {
      const file = this.#file(block, "source");
      if (file !== undefined) writeFileSync(file, block.code);
    }
  }

  /** Compiles what is written in TypeScript, in one go; gives the compiler's complaints. */
  compile(): Promise<string> {
    const files = this.#blocks
      .filter(({ language }) => language === "ts")
      .map((block) => this.#file(block, "source") ?? "");
    return runCompiler(process.cwd(), [...STRICTEST, ...files]);
  }

  /** Runs a compiled program to its end; gives what it prints. */
  async run(block: CodeBlock, { environment, preload, folder }: ProgramOptions): Promise<string> {
    const program = this.#file(block, "program");
    if (program === undefined) throw new Error(`${block.place} is no program.`);
    const loading = preload === undefined ? [] : ["--require", preload];
    const { stdout } = await execute(process.execPath, [...loading, program], {
      env: { ...process.env, ...environment },
      cwd: folder ?? this.#folder,
      timeout: 30_000,
    });
    return stdout;
  }

  destroy(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #file(block: CodeBlock, role: "source" | "program"): string | undefined {
    const { language } = block;
    if (language !== "ts" && language !== "js") return undefined;
    return join(this.#folder, `block-${this.#blocks.indexOf(block)}${FILES[language][role]}`);
  }
}
