import type { OperationDescriptor } from "../descriptors/operation.js";
import type { StructureDescriptor } from "../descriptors/shape.js";
import { ALL_CONSTRAINTS } from "../validation/constraints.js";
import type { ValidationIssue } from "../validation/issue.js";
import { validate } from "../validation/validate.js";
import { describeIssues } from "./describe-issues.js";
import type { HandlerTable } from "./handler.js";

/** @throws TypeError if an operation has no handler */
export const requireHandlers = (operations: readonly OperationDescriptor[], handlers: HandlerTable): void => {
  const missing = operations.filter(({ name }) => !Object.hasOwn(handlers, name)).map(({ name }) => name);
  if (missing.length > 0) throw new TypeError(`ServiceHost: no handler for ${missing.join(", ")}`);
};

/**
 * All that is wrong with a value of a structure, as a client tells it whose constraints are all checked.
 *
 * @throws whatever getters and proxies throw; RangeError for what is nested too deeply
 */
export const findIssues = (shape: StructureDescriptor, value: unknown): ValidationIssue[] =>
  validate(shape, value, ALL_CONSTRAINTS).issues;

/**
 * A handler that answers what its own model does not allow is a mistake of the host, not of the caller.
 *
 * @throws Error that names the operation and all problems
 */
export const requireValidOutput = (
  operation: OperationDescriptor,
  output: Readonly<Record<string, unknown>>,
): void => {
  const present = Object.fromEntries(Object.entries(output).filter(([, value]) => value !== null));
  const issues = findIssues(operation.output, present);
  if (issues.length > 0) throw new Error(`Invalid output of ${operation.name}: ${describeIssues(issues)}`);
};
