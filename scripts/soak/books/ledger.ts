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
      const entries = readEntries(join(folder, name));
      return name.startsWith(KILLED) ? entries.flatMap(leaveBehind) : entries;
    });

const readEntries = (file: string): LedgerEntry[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LedgerEntry);

/** What counts of a process that was killed: if it had come to the end of a job, it did not come to say so. */
const leaveBehind = (entry: LedgerEntry): readonly LedgerEntry[] => {
  if (entry.kind === "ended") return [];
  return [entry.kind === "sent" ? { ...entry, isKilled: true } : entry];
};
