import type { OperationDescriptor } from "../descriptors/operation.js";
import { findIssues } from "../validation/check.js";
import type { ValidationIssue } from "../validation/issue.js";
import type { Validators } from "../validation/validator.js";
import { describeIssues } from "./describe-issues.js";
import type { HandlerTable } from "./handler.js";

/** @throws TypeError if an operation has no handler */
export const requireHandlers = (operations: readonly OperationDescriptor[], handlers: HandlerTable): void => {
  const missing = operations.filter(({ name }) => !Object.hasOwn(handlers, name)).map(({ name }) => name);
  if (missing.length > 0) throw new TypeError(`ServiceHost: no handler for ${missing.join(", ")}`);
};

/** All that is wrong with an input; nothing where there are no validators. */
export const findInputIssues = (
  operation: OperationDescriptor,
  validators: Validators<unknown, unknown> | undefined,
  input: unknown,
): ValidationIssue[] =>
  validators === undefined ? [] : findIssues(operation.input, validators.input(), input);

/**
 * A handler that answers what its own model does not allow is a mistake of the host, not of the caller.
 *
 * @throws Error that names the operation and all problems
 */
export const requireValidOutput = (
  operation: OperationDescriptor,
  validators: Validators<unknown, unknown> | undefined,
  output: Readonly<Record<string, unknown>>,
): void => {
  if (validators === undefined) return;
  const present = Object.fromEntries(Object.entries(output).filter(([, value]) => value !== null));
  const issues = findIssues(operation.output, validators.output(), present);
  if (issues.length > 0) throw new Error(`Invalid output of ${operation.name}: ${describeIssues(issues)}`);
};
