import type { MetadataBearer, OperationDescriptor, ResponseMetadata } from "@tinsmith/runtime";
import { describeIssues } from "../host/describe-issues.js";
import type { HostResponse } from "../host/message.js";
import { writeResponse } from "../host/response/write-response.js";
import { ALL_CONSTRAINTS } from "../validation/constraints.js";
import { validate } from "../validation/validate.js";

/** Of `$metadata`, what a response carries; the client finds out the rest. */
export type StubbedMetadata = Pick<ResponseMetadata, "httpStatusCode" | "requestId">;

/** Any part of an operation's output. */
export type StubbedOutput<Output extends MetadataBearer> = Partial<Omit<Output, keyof MetadataBearer>> & {
  readonly $metadata?: StubbedMetadata;
};

const ALL_BUT_ENUM = { ...ALL_CONSTRAINTS, enum: false };

/**
 * Writes what is stubbed as the service would.
 *
 * @throws TypeError if the operation has no such output: a wrong type, a member that is not in the model. Members that
 *   the service always sends may be missing, and enums may have new values, as with the service.
 */
export function writeOutput(operation: OperationDescriptor, output: object): HostResponse {
  const given = Object(output ?? {}) as { readonly $metadata?: StubbedMetadata };
  const { $metadata = {}, ...members } = given;
  // What has no metadata is looked at as it is: a list's or a promise's members would be no sign of it.
  requireFit(operation, "$metadata" in given ? members : given);
  return withMetadata(writeResponse(operation, members), $metadata);
}

/** Puts into a response what `$metadata` says of it. */
export function withMetadata(
  { statusCode, headers, body }: HostResponse,
  { httpStatusCode = statusCode, requestId }: StubbedMetadata,
): HostResponse {
  const id = requestId === undefined ? {} : { "x-amzn-requestid": requestId };
  return { statusCode: httpStatusCode, headers: { ...headers, ...id }, body };
}

function requireFit({ name, output }: OperationDescriptor, value: object): void {
  const { issues } = validate(output, value, ALL_BUT_ENUM);
  const wrong = issues.filter(({ code }) => code !== "missing");
  if (wrong.length > 0) throw new TypeError(`${name} has no such output: ${describeIssues(wrong)}.`);
}
