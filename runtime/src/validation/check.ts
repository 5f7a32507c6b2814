import type { ValidationIssue } from "./issue.js";

/** Everything that is found wrong; that there is no finding out is a problem, too. */
export function tryToFindIssues(find: () => ValidationIssue[]): ValidationIssue[] {
  try {
    return find();
  } catch {
    return [
      { path: "", code: "custom", message: "cannot be checked: it cannot be read, or is nested too deeply" },
    ];
  }
}

/** Puts two lists together; of two issues with one place, the first counts. */
export function mergeIssues(
  first: readonly ValidationIssue[],
  second: readonly ValidationIssue[],
): ValidationIssue[] {
  const paths = new Set(first.map(({ path }) => path));
  return [...first, ...second.filter(({ path }) => !paths.has(path))];
}
