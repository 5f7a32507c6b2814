import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { systemReason } from "../../diagnostics/system-error.js";

/** A file, or what else cannot be read as one. */
export interface WalkedEntry {
  readonly path: string;
  /** A folder is an entry only where it cannot be searched. */
  readonly kind: "file" | "folder";
  /** Why it cannot be read; undefined where it can. */
  readonly reason: string | undefined;
}

/**
 * All files below a folder, and all that should be one but cannot be read. Hidden ones and `node_modules` are
 * nobody's model.
 * @param above - the folders that lead here: a link back to one of them is not followed.
 */
export const walkFolder = async (folder: string, above: readonly string[] = []): Promise<WalkedEntry[]> => {
  try {
    const here = await realpath(folder);
    if (above.includes(here)) return [];
    const entries = await readdir(folder, { withFileTypes: true });
    const seen = entries.filter(({ name }) => !name.startsWith(".") && name !== "node_modules");
    const found = await Promise.all(seen.map((entry) => walkEntry(folder, entry, [...above, here])));
    return found.flat();
  } catch (error) {
    return [unreadable(folder, "folder", error)];
  }
};

const walkEntry = async (folder: string, entry: Dirent, above: readonly string[]): Promise<WalkedEntry[]> => {
  const path = join(folder, entry.name);
  try {
    const target = entry.isSymbolicLink() ? await stat(path) : entry;
    if (target.isDirectory()) return await walkFolder(path, above);
    return [{ path, kind: "file", reason: target.isFile() ? undefined : "it is no file" }];
  } catch (error) {
    return [unreadable(path, "file", error)];
  }
};

const unreadable = (path: string, kind: WalkedEntry["kind"], error: unknown): WalkedEntry => {
  const reason = systemReason(error);
  if (reason === undefined) throw error;
  return { path, kind, reason };
};
