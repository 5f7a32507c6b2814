import { isClockSkewError, isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import { errorChain, type ForeignError } from "../common/error-chain.js";
import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { isServiceException, type ServiceException } from "../errors/service-exception.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { RetryErrorType } from "./retry-strategy.js";

/** An attempt that failed. */
export interface FailedAttempt {
  readonly error: Error;
  /** Whether the response showed that our clock was wrong, and it has been put right since. */
  readonly clockCorrected: boolean;
}

/** The kinds of errors that Smithy's retry strategies tell apart, by AWS's own lists of names, codes and statuses. */
export function classify({ error, clockCorrected }: FailedAttempt): RetryErrorType {
  if (isMadeBy(NetworkError, error)) return isTransientNetworkError(error) ? "TRANSIENT" : "CLIENT_ERROR";
  if (isMadeBy(TimeoutError, error)) return "TRANSIENT";
  if (!isServiceException(error)) return "CLIENT_ERROR";
  const view = asSmithyError(error);
  if (isThrottlingError(view)) return "THROTTLING";
  if (isTransientError(view) || (clockCorrected && isClockSkewError(view))) return "TRANSIENT";
  return isServerError(view) ? "SERVER_ERROR" : "CLIENT_ERROR";
}

type SmithyError = Parameters<typeof isTransientError>[0];

/** Tells Smithy's function to leave causes alone: it fails where one is not an error. */
const WITHOUT_CAUSES = Number.POSITIVE_INFINITY;

function isTransientNetworkError(error: NetworkError): boolean {
  const chain = errorChain(error);
  if (chain.some(({ name }) => name === "AbortError")) return false;
  return (
    error.phase === "receive" ||
    // A proxy that was not there or hung up; one that refuses has answered, and says so again.
    (error.code === "ERR_PROXY_TUNNEL" && error.cause !== undefined) ||
    chain.some((link) => isFetchFailure(link) || isTransientError(link as SmithyError, WITHOUT_CAUSES))
  );
}

/** `fetch` fails with a TypeError where the connection does; what it says depends on the platform. */
function isFetchFailure({ name, code }: ForeignError): boolean {
  return name === "TypeError" && code === undefined;
}

/** The error as Smithy's functions want it: an unmodelled error keeps its wire name in `code`. */
function asSmithyError(error: ServiceException): SmithyError {
  return {
    name: error.code,
    message: error.message,
    $fault: error.$fault,
    $service: "",
    $metadata: error.$metadata,
    ...(error.$retryable === undefined ? {} : { $retryable: error.$retryable }),
  } as SmithyError;
}
