import type { ValidationIssue } from "../validation/issue.js";

/** A message has to fit into a log. */
const MOST_DESCRIBED = 20;

/** Problems that an error keeps; nobody looks at more, and errors end up in logs. */
export const MOST_ISSUES = 1000;

/** One sentence for one problem, a list for several, of which the first ones are told. */
export function describeIssues(title: string, issues: readonly ValidationIssue[]): string {
  const lines = issues.slice(0, MOST_DESCRIBED).map(describeIssue);
  if (issues.length === 1) return `${title}: ${lines[0]}`;
  const more = issues.length - lines.length;
  if (more > 0) lines.push(`… and ${more} more`);
  return `${title}, ${issues.length} problems:\n${lines.map((line) => `  - ${line}`).join("\n")}`;
}

function describeIssue({ path, message }: ValidationIssue): string {
  return path === "" ? message : `${path}: ${message}`;
}
