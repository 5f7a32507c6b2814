import type { ValidationIssue } from "../validation/issue.js";
import { BaseError, type BaseErrorOptions } from "./base-error.js";
import { describeIssues, MOST_ISSUES } from "./describe-issues.js";

/** The input is not what the operation takes. Nothing was sent: put right what `issues` lists, then call again. */
export class InputValidationError extends BaseError {
  override readonly name = "InputValidationError";
  /** What is wrong, in the order of the model: all of it, or the first 1,000 problems. The message tells the first 20. */
  readonly issues: readonly ValidationIssue[];

  constructor(operation: string, issues: readonly ValidationIssue[], options: BaseErrorOptions = {}) {
    super(describeIssues(`Invalid input for ${operation}`, issues), { ...options, operation });
    this.issues = issues.slice(0, MOST_ISSUES);
  }
}
