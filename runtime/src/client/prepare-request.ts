import { describeIssues } from "../errors/describe-issues.js";
import { InputValidationError } from "../errors/input-validation-error.js";
import { InputProblem } from "../protocol/input-problem.js";
import { serializeLabels } from "../protocol/serialize-labels.js";
import { type SerializedRequest, serializeRequest } from "../protocol/serialize-request.js";
import { isRecord } from "../protocol/shape-access.js";
import { findIssues, mergeIssues } from "../validation/check.js";
import type { ValidationIssue } from "../validation/issue.js";
import type { Validator } from "../validation/validator.js";
import type { CallContext } from "./call-context.js";

/**
 * Checks an input and writes it as a request. Labels are checked in every validation mode.
 *
 * @throws {@link InputValidationError} with every problem there is
 */
export function prepareRequest(
  context: CallContext,
  input: unknown,
  validator: Validator<unknown> | undefined,
): SerializedRequest {
  try {
    return checkAndWrite(context, input ?? {}, validator);
  } catch (error) {
    if (error instanceof InputValidationError) throw error;
    throw new InputValidationError(context.operation.name, [issueOf(error)], { cause: error });
  }
}

function checkAndWrite(
  context: CallContext,
  input: unknown,
  validator: Validator<unknown> | undefined,
): SerializedRequest {
  const { operation, config } = context;
  const record = isRecord(input) ? input : {};
  const { path, issues } = serializeLabels(operation, record);
  const all = mergeIssues(issues, validate(context, input, validator));
  if (all.length > 0) throw new InputValidationError(operation.name, all);
  return serializeRequest(operation, path, record, config.environment.uuid);
}

/** The problems that have to stop the call. */
function validate(
  context: CallContext,
  input: unknown,
  validator: Validator<unknown> | undefined,
): ValidationIssue[] {
  const { operation, config } = context;
  const mode = config.validation.input;
  if (mode === "off" || validator === undefined) return [];
  const issues = findIssues(operation.input, validator, input);
  if (mode === "strict") return issues;
  if (issues.length > 0) config.logger.warn(describeIssues(`Invalid input for ${operation.name}`, issues));
  return [];
}

function issueOf(error: unknown): ValidationIssue {
  if (error instanceof InputProblem) return error.issue;
  // What failed is in the error's cause; its message may quote what must not be shown.
  return { path: "", code: "custom", message: "the input cannot be read or written as a request" };
}
