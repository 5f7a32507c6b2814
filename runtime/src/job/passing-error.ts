import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { isServiceException } from "../errors/service-exception.js";

/**
 * Whether looking again may help: what the client itself repeats, and what came broken or not at all. Looking changes
 * nothing, so that it does no harm. Lacking permission, say, does not pass.
 */
export function isPassing(error: unknown): boolean {
  if (isMadeBy(NetworkError, error) || isMadeBy(ResponseParseError, error)) return true;
  return (error as { readonly retryable?: boolean } | undefined)?.retryable === true;
}

/** Whether the service does not know what it was asked for. */
export function isNotFound(error: unknown): boolean {
  return isServiceException(error) && error.$metadata.httpStatusCode === 404;
}
