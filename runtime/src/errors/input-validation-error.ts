import type { ValidationIssue } from "../validation/issue.js";
import { BaseError, type BaseErrorOptions } from "./base-error.js";
import { describeIssues } from "./describe-issues.js";

/**
 * The input is not what the operation takes. Nothing was sent. Every problem is in `issues`: put them right, then call
 * again.
 */
export class InputValidationError extends BaseError {
  override readonly name = "InputValidationError";
  /** Every problem: where it is, what was expected. */
  readonly issues: readonly ValidationIssue[];

  constructor(operation: string, issues: readonly ValidationIssue[], options: BaseErrorOptions = {}) {
    super(describeIssues(`Invalid input for ${operation}`, issues), { ...options, operation });
    this.issues = issues;
  }
}
