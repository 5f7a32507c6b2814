import type { ValidationIssue } from "../validation/issue.js";

/** Thrown while a request is written, where an input cannot be put on the wire; never leaves the runtime. */
export class InputProblem extends Error {
  readonly issue: ValidationIssue;

  constructor(issue: ValidationIssue) {
    super(issue.message);
    this.issue = issue;
  }
}
