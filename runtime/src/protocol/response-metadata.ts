import type { ResponseMetadata } from "../client/metadata.js";
import type { RawResponse } from "./raw-response.js";

/** What the headers of a response say about the call. */
export function metadataOf({ statusCode, headers }: RawResponse): ResponseMetadata {
  // Types say absent where a header is; as in AWS's clients, the key is there all the same.
  return {
    httpStatusCode: statusCode,
    requestId: headers["x-amzn-requestid"] ?? headers["x-amzn-request-id"] ?? headers["x-amz-request-id"],
    extendedRequestId: headers["x-amz-id-2"],
    cfId: headers["x-amz-cf-id"],
  } as ResponseMetadata;
}
