/** Folders of other tools: nothing in them is ever ours. */
const FOREIGN: ReadonlySet<string> = new Set(["", ".", "..", ".git", "node_modules"]);

/**
 * Whether a path stays below the folder that it is relative to, outside of other tools' folders: POSIX, no
 * `..`, not absolute, and no form that another system would read otherwise.
 */
export const isManagedPath = (path: string): boolean =>
  !/[\\:\p{Cc}]/u.test(path) && path.split("/").every((step) => !FOREIGN.has(step.toLowerCase()));
