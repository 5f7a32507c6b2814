import { writeLog } from "../common/logger.js";
import { describeIssues } from "../errors/describe-issues.js";
import { OutputValidationError } from "../errors/output-validation-error.js";
import { keepResponse, type RawResponse } from "../protocol/raw-response.js";
import { tryToFindIssues } from "../validation/check.js";
import type { Validation } from "../validation/validate.js";
import type { CallContext } from "./call-context.js";
import type { ResponseMetadata } from "./metadata.js";

/**
 * Checks an output where the client wants that.
 *
 * @throws {@link OutputValidationError} in strict mode
 */
export function checkOutput(
  { operation, config }: CallContext,
  output: unknown,
  validation: Validation | undefined,
  $metadata: ResponseMetadata,
  response: RawResponse | undefined,
): void {
  const { output: mode, ...switches } = config.validation;
  if (mode === "off" || validation === undefined) return;
  const issues = tryToFindIssues(() => validation(operation.output, output, switches).issues);
  if (issues.length === 0) return;
  if (mode === "strict") {
    throw keepResponse(new OutputValidationError(operation.name, issues, { $metadata, output }), response);
  }
  writeLog(config.logger, "warn", () => describeIssues(`Unexpected output of ${operation.name}`, issues));
}
