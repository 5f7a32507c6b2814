import type { OutputFile } from "./output-file.js";

/** What happens to a file. */
export interface FileChange {
  /** POSIX path, relative to the output folder. */
  readonly path: string;
  /** Undefined where the file does not exist yet. */
  readonly before?: string;
  /** Undefined where the file goes. */
  readonly after?: string;
}

/** What would have to be done to an output folder; each list sorted by path. */
export interface WritePlan {
  readonly added: readonly FileChange[];
  readonly changed: readonly FileChange[];
  readonly removed: readonly FileChange[];
  readonly unchanged: readonly string[];
}

/**
 * Compares what is there with what should be there.
 * @param existing - contents by path of the files that were written before and still are there.
 */
export const planWrite = (existing: ReadonlyMap<string, string>, next: readonly OutputFile[]): WritePlan => {
  const sorted = [...next].sort((a, b) => (a.path < b.path ? -1 : 1));
  const wanted = new Set(sorted.map(({ path }) => path));
  const before = ({ path }: OutputFile): string | undefined => existing.get(path);
  return {
    added: sorted
      .filter((file) => before(file) === undefined)
      .map(({ path, contents }) => ({ path, after: contents })),
    changed: sorted.flatMap((file): FileChange[] => {
      const old = before(file);
      return old === undefined || old === file.contents
        ? []
        : [{ path: file.path, before: old, after: file.contents }];
    }),
    removed: [...existing]
      .filter(([path]) => !wanted.has(path))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, contents]) => ({ path, before: contents })),
    unchanged: sorted.filter((file) => before(file) === file.contents).map(({ path }) => path),
  };
};

/** Whether there is nothing to do. */
export const isClean = ({ added, changed, removed }: WritePlan): boolean =>
  added.length + changed.length + removed.length === 0;
