import type { ValidationIssue } from "../validation/issue.js";
import { BaseError, type BaseErrorOptions } from "./base-error.js";
import { describeIssues } from "./describe-issues.js";

/**
 * The service answered with success, but not with what the model says. The call **was** executed: do
 * not repeat a change. Thrown only where `validation.output` is `strict`.
 */
export class OutputValidationError extends BaseError {
  override readonly name = "OutputValidationError";
  /** Every deviation: where it is, what was expected. */
  readonly issues: readonly ValidationIssue[];

  constructor(operation: string, issues: readonly ValidationIssue[], options: BaseErrorOptions = {}) {
    super(describeIssues(`Unexpected output of ${operation}`, issues), { ...options, operation });
    this.issues = issues;
  }
}
