import type { ValidationIssue } from "../validation/issue.js";

/** One sentence for one problem, a list for several. */
export function describeIssues(title: string, issues: readonly ValidationIssue[]): string {
  const lines = issues.map(describeIssue);
  if (lines.length === 1) return `${title}: ${lines[0]}`;
  return `${title}, ${lines.length} problems:\n${lines.map((line) => `  - ${line}`).join("\n")}`;
}

function describeIssue({ path, message }: ValidationIssue): string {
  return path === "" ? message : `${path}: ${message}`;
}
