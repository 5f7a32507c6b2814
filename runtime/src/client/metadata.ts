import type { RawHttpResponse } from "../protocol/raw-response.js";
import type { RetryDecision } from "../retry/retry-decision.js";

/** What is known about a call beyond its result. */
export interface ResponseMetadata {
  /** Status of the last response, absent where none came. */
  httpStatusCode?: number;
  /** The service's id of the request: quote it when asking AWS for help. */
  requestId?: string;
  /** A second id that some services send. */
  extendedRequestId?: string;
  /** CloudFront's id of the request, where one was involved. */
  cfId?: string;
  /** How often the request was sent, or tried to be sent. */
  attempts?: number;
  /** Time spent waiting between attempts, in milliseconds. */
  totalRetryDelay?: number;
  /** Of each attempt that failed, whether it was repeated, and why; absent where none failed. */
  retryDecisions?: readonly RetryDecision[];
}

/** A result that knows about its call. */
export interface MetadataBearer {
  $metadata: ResponseMetadata;
  /** The response as it came, with `rawResponse` only; not enumerable, so that it stays out of logs and JSON. */
  $response?: RawHttpResponse;
}
