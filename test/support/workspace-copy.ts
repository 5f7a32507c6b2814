import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const COMMAND = resolve("codegen/bin/tinsmith.js");
/** What is built or installed in a package, not generated. */
const NOT_GENERATED = /[\\/](dist|node_modules)([\\/]|$)/;

/** How the command ended. */
export interface CommandEnd {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the model and of the SDK made from it, to spoil without harm. */
export class WorkspaceCopy {
  readonly folder = mkdtempSync(join(tmpdir(), "tinsmith-"));

  constructor() {
    for (const name of ["model", "generated"]) {
      cpSync(name, join(this.folder, name), { recursive: true, filter: (path) => !NOT_GENERATED.test(path) });
    }
  }

  /** Runs the built command `tinsmith` in the copy. */
  run(...args: readonly string[]): Promise<CommandEnd> {
    return new Promise((settle) => {
      execFile(process.execPath, [COMMAND, ...args], { cwd: this.folder }, (error, stdout, stderr) =>
        settle({ exitCode: Number(error?.code ?? 0), stdout, stderr }),
      );
    });
  }

  generate(...args: readonly string[]): Promise<CommandEnd> {
    return this.run("generate", "--model", "model", "--out", "generated", ...args);
  }

  write(path: string, contents: string): void {
    writeFileSync(join(this.folder, path), contents);
  }

  /** Replaces a text that has to be there. */
  edit(path: string, from: string, to: string): void {
    const before = readFileSync(join(this.folder, path), "utf8");
    if (!before.includes(from)) throw new Error(`${path} does not have: ${from}`);
    this.write(path, before.replace(from, to));
  }

  /** A digest of every file of a folder, by path. */
  digest(name: string): Record<string, string> {
    const root = join(this.folder, name);
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return Object.fromEntries(
      files
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
        .map((path) => [relative(root, path), createHash("sha256").update(readFileSync(path)).digest("hex")]),
    );
  }

  /** Takes a file or folder out of the copy. */
  remove(path: string): void {
    rmSync(join(this.folder, path), { recursive: true });
  }

  destroy(): void {
    rmSync(this.folder, { recursive: true });
  }
}
