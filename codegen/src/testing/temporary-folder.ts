import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";

/** A folder of a test's own. */
export interface TemporaryFolder {
  readonly path: string;
  /** Writes files by POSIX path; gives the folder's path. */
  readonly write: (files: Readonly<Record<string, string>>) => Promise<string>;
  /** All files below, by POSIX path. */
  readonly read: () => Promise<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

/** Makes an empty folder; the test removes it. */
export const temporaryFolder = async (): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(tmpdir(), "tinsmith-"));
  return {
    path,
    write: async (files) => {
      for (const [name, contents] of Object.entries(files)) {
        await mkdir(dirname(join(path, name)), { recursive: true });
        await writeFile(join(path, name), contents);
      }
      return path;
    },
    read: () => readBelow(path),
    remove: () => rm(path, { recursive: true, force: true }),
  };
};

const readBelow = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = await Promise.all(
    files.map(
      async (file) => [relative(folder, file).split(sep).join("/"), await readFile(file, "utf8")] as const,
    ),
  );
  return Object.fromEntries(read.sort(([a], [b]) => (a < b ? -1 : 1)));
};
