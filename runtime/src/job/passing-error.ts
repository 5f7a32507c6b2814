import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { isServiceException } from "../errors/service-exception.js";

/**
 * Whether a call that only reads may succeed if it is made again: after errors that the client itself retries, and after
 * broken or missing responses. A missing permission, for example, is no passing error.
 */
export function isPassing(error: unknown): boolean {
  if (isMadeBy(NetworkError, error) || isMadeBy(ResponseParseError, error)) return true;
  return (error as { readonly retryable?: boolean } | undefined)?.retryable === true;
}

/** Whether the service does not know what it was asked for. */
export function isNotFound(error: unknown): boolean {
  return isServiceException(error) && error.$metadata.httpStatusCode === 404;
}
