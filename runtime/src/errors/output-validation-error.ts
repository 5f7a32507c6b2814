import { hide } from "../common/printing.js";
import type { RawHttpResponse } from "../protocol/raw-response.js";
import type { ValidationIssue } from "../validation/issue.js";
import { BaseError, type BaseErrorOptions } from "./base-error.js";
import { describeIssues, MOST_ISSUES } from "./describe-issues.js";

/**
 * The service answered with success, but not with what the model says. The call **was** executed: do
 * not repeat a change. Thrown only where `validation.output` is `strict`.
 */
export class OutputValidationError extends BaseError {
  override readonly name = "OutputValidationError";
  /** What is wrong, in the order of the model: all of it, or the first 1,000 problems. The message tells the first 20. */
  readonly issues: readonly ValidationIssue[];
  /**
   * The output as it came, so that nothing is lost, such as the id of a job that has been started. It may hold secrets,
   * and is not printed: neither logs nor JSON show it.
   */
  declare readonly output: unknown;
  /** The response, with `rawResponse`; not enumerable, so that it stays out of logs. */
  declare readonly $response?: RawHttpResponse;

  constructor(
    operation: string,
    issues: readonly ValidationIssue[],
    { output, ...options }: BaseErrorOptions & { readonly output?: unknown } = {},
  ) {
    const title = `${operation} was executed, but its output is not what the model says`;
    super(describeIssues(title, issues), { ...options, operation });
    this.issues = issues.slice(0, MOST_ISSUES);
    hide(this, "output", output);
  }
}
