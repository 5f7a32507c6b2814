import type { ValidationIssue } from "../validation/issue.js";

/** All that is wrong with a value, in one line. */
export const describeIssues = (issues: readonly ValidationIssue[]): string =>
  issues.map(({ path, message }) => (path === "" ? message : `${path} ${message}`)).join("; ");
