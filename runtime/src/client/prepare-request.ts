import { writeLog } from "../common/logger.js";
import { describeIssues } from "../errors/describe-issues.js";
import { InputValidationError } from "../errors/input-validation-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { InputProblem } from "../protocol/input-problem.js";
import { serializeLabels } from "../protocol/serialize-labels.js";
import { type SerializedRequest, serializeRequest } from "../protocol/serialize-request.js";
import { isRecord } from "../protocol/shape-access.js";
import { mergeIssues, tryToFindIssues } from "../validation/check.js";
import type { ValidationIssue } from "../validation/issue.js";
import type { Validation, Verdict } from "../validation/validate.js";
import type { CallContext } from "./call-context.js";

/**
 * Checks an input and writes it as a request. Labels are checked in every validation mode.
 *
 * @throws {@link InputValidationError} with every problem there is
 */
export function prepareRequest(context: CallContext, validation: Validation | undefined): SerializedRequest {
  try {
    return checkAndWrite(context, validation);
  } catch (error) {
    if (isMadeBy(InputValidationError, error)) throw error;
    throw new InputValidationError(context.operation.name, [issueOf(error)], { cause: error });
  }
}

function checkAndWrite(context: CallContext, validation: Validation | undefined): SerializedRequest {
  const { operation, config, service } = context;
  const { value, issues: found } = validate(context, context.input ?? {}, validation);
  // What was validated is what is sent: an input may change from one reading to the next.
  const record = isRecord(value) ? value : {};
  const { path, issues } = serializeLabels(operation, record, service.routes);
  // An unsafe label matters most; of what else is wrong with one, validation knows more.
  const unsafe = issues.filter(({ code }) => code === "unsafe_label");
  const all = mergeIssues(mergeIssues(unsafe, found), issues);
  if (all.length > 0) throw new InputValidationError(operation.name, all);
  return serializeRequest(operation, path, record, config.environment.uuid);
}

/** The input to send, and the problems that have to stop the call. */
function validate(context: CallContext, input: unknown, validation: Validation | undefined): Verdict {
  const { operation, config } = context;
  const { input: mode, ...switches } = config.validation;
  if (mode === "off" || validation === undefined) return { value: input, issues: [] };
  const validate = () => validation(operation.input, input, switches);
  if (mode === "strict") return validate();
  const issues = tryToFindIssues(() => validate().issues);
  const title = `Invalid input for ${operation.name}`;
  if (issues.length > 0) writeLog(config.logger, "warn", () => describeIssues(title, issues));
  return { value: input, issues: [] };
}

function issueOf(error: unknown): ValidationIssue {
  if (isMadeBy(InputProblem, error)) return error.issue;
  // What failed is in the error's cause; its message may quote what must not be shown.
  return { path: "", code: "custom", message: "the input cannot be read or written as a request" };
}
