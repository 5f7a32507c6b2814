import { closeSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { LedgerEntry } from "./ledger-entry.js";

/**
 * What the followers of one process have done and seen: in a file, not in memory, whose growth is watched, and at once, so
 * that it is all there if the process is killed.
 */
export class Ledger {
  readonly #file: number;

  /** @param name - of the process; it has to be new */
  constructor(folder: string, name: string) {
    this.#file = openSync(join(folder, `${name}${SUFFIX}`), "ax");
  }

  write(entry: LedgerEntry): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}

const SUFFIX = ".ledger";

/** Begins the name of a process that is killed. */
export const KILLED = "killed-";

/** Reads what all processes wrote; what one of them wrote is in its order. */
export const readLedgers = (folder: string): LedgerEntry[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(SUFFIX))
    .sort()
    .flatMap((name) => {
      const isKilled = name.startsWith(KILLED);
      const lines = readFileSync(join(folder, name), "utf8")
        .split("\n")
        .filter((line) => line !== "");
      return lines.map((line) => {
        const entry = JSON.parse(line) as LedgerEntry;
        return entry.kind === "sent" && isKilled ? { ...entry, isKilled } : entry;
      });
    });
