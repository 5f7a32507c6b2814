import { errorChain, type ForeignError } from "../common/error-chain.js";
import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { isServiceException, type ServiceException } from "../errors/service-exception.js";
import { TimeoutError } from "../errors/timeout-error.js";
import {
  isOneOf,
  isRefusedStream,
  NETWORK,
  REFUSED_FOR_ITS_DATE,
  THROTTLING,
  TRANSIENT,
} from "./error-codes.js";
import type { RetryErrorType } from "./retry-strategy.js";

/** An attempt that failed. */
export interface FailedAttempt {
  readonly error: Error;
  /** Whether the response showed that our clock was wrong, and it has been put right since. */
  readonly clockCorrected: boolean;
}

/** The kinds of errors that retry strategies tell apart, by AWS's own lists of names, codes and statuses. */
export function classify({ error, clockCorrected }: FailedAttempt): RetryErrorType {
  if (isMadeBy(NetworkError, error)) return isTransientNetworkError(error) ? "TRANSIENT" : "CLIENT_ERROR";
  if (isMadeBy(TimeoutError, error)) return "TRANSIENT";
  if (!isServiceException(error)) return "CLIENT_ERROR";
  if (isThrottling(error)) return "THROTTLING";
  // An unmodelled error keeps its wire name in `code`.
  const { code: name, message, $metadata, $retryable } = error;
  if (isTransient({ name, message, $metadata, $retryable })) return "TRANSIENT";
  if (clockCorrected && isRefusedForTheClock(name)) return "TRANSIENT";
  const { httpStatusCode: status = 0 } = $metadata;
  return status >= 500 && status <= 599 ? "SERVER_ERROR" : "CLIENT_ERROR";
}

/** Whether what went wrong may pass. */
export function isPassing(type: RetryErrorType): boolean {
  return type === "THROTTLING" || type === "TRANSIENT";
}

function isThrottling({ code, $metadata, $retryable }: ServiceException): boolean {
  return $metadata.httpStatusCode === 429 || isOneOf(THROTTLING, code) || $retryable?.throttling === true;
}

function isRefusedForTheClock(name: string): boolean {
  return name === "AccessDeniedException" || isOneOf(REFUSED_FOR_ITS_DATE, name);
}

/** What may say that an error passes: also what handlers of the user's own leave on theirs. */
type Signs = Pick<ForeignError, "name" | "code" | "message"> & {
  readonly $metadata?: { readonly httpStatusCode?: number | undefined } | undefined;
  readonly $retryable?: unknown;
};

const PASSING_STATUSES: readonly unknown[] = [500, 502, 503, 504];

function isTransient({ name, code, message, $metadata, $retryable }: Signs): boolean {
  return (
    $retryable !== undefined ||
    isOneOf(TRANSIENT, name) ||
    isOneOf(NETWORK, code) ||
    PASSING_STATUSES.includes($metadata?.httpStatusCode) ||
    (name === "InvalidSignatureException" && String(message).includes("Signature expired")) ||
    isRefusedStream(code, message)
  );
}

function isTransientNetworkError(error: NetworkError): boolean {
  const chain = errorChain(error);
  if (chain.some(({ name }) => name === "AbortError")) return false;
  return (
    error.phase === "receive" ||
    // A proxy that was not there or hung up; one that refuses has answered, and says so again.
    (error.code === "ERR_PROXY_TUNNEL" && error.cause !== undefined) ||
    chain.some((link) => isFetchFailure(link) || isTransient(link as Signs))
  );
}

/** `fetch` fails with a TypeError where the connection does; what it says depends on the platform. */
function isFetchFailure({ name, code }: ForeignError): boolean {
  return name === "TypeError" && code === undefined;
}
