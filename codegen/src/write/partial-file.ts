import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Name of the file that is not yet whole; after an interruption it may be left. */
export const PARTIAL_NAME = ".tinsmith-partial";

/** Writes a file so that it is whole or not there: it is written elsewhere in the folder, and then moved. */
export const writeWhole = async (out: string, path: string, contents: string): Promise<void> => {
  const target = join(out, path);
  const partial = join(out, PARTIAL_NAME);
  await mkdir(dirname(target), { recursive: true });
  // What is left of a run that was interrupted, or a link that somebody else put there.
  await rm(partial, { force: true });
  await writeFile(partial, contents, { flag: "wx", mode: contents.startsWith("#!") ? 0o777 : 0o666 });
  await rename(partial, target);
};
