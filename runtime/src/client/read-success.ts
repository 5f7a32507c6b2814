import { ResponseParseError } from "../errors/response-parse-error.js";
import { describeResponse } from "../protocol/describe-response.js";
import { blotOut } from "../protocol/echoes.js";
import { keepResponse, type RawResponse } from "../protocol/raw-response.js";
import { readOutput } from "../protocol/read-output.js";
import { metadataOf } from "../protocol/response-metadata.js";
import { UnreadableBody } from "../protocol/unreadable-body.js";
import type { SuccessfulResult } from "./attempt.js";
import type { CallContext } from "./call-context.js";

/** Reads the answer of a call that has been executed. @throws {@link ResponseParseError} */
export function readSuccess(
  { operation, rawResponse }: CallContext,
  response: RawResponse,
  secrets: () => readonly string[],
): SuccessfulResult {
  const $metadata = metadataOf(response);
  const kept = rawResponse ? response : undefined;
  try {
    if (response.bodyProblem !== undefined) throw new UnreadableBody(response.bodyProblem);
    return { success: true, output: readOutput(operation.output, response), $metadata, response: kept };
  } catch (error) {
    // No cause: whoever stumbles over a value quotes it, and it may be a secret.
    const why = error instanceof UnreadableBody ? error.message : "A value in it is not what the model says.";
    const shown = { ...response, headers: blotOut(response.headers, secrets()) };
    const message = `${operation.name} succeeded with status ${response.statusCode}, but its response cannot be read (${describeResponse(shown)}). ${why}`;
    // Whatever it says, such as the id of a job, is not lost.
    throw keepResponse(new ResponseParseError(message, { operation: operation.name, $metadata }), response);
  }
}
