import { isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import { NetworkError } from "../errors/network-error.js";
import { ServiceException } from "../errors/service-exception.js";
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
  if (error instanceof NetworkError) return error.phase === "tls" ? "CLIENT_ERROR" : "TRANSIENT";
  if (error instanceof TimeoutError) return "TRANSIENT";
  if (!(error instanceof ServiceException)) return "CLIENT_ERROR";
  const view = asSmithyError(error, clockCorrected);
  if (isThrottlingError(view)) return "THROTTLING";
  if (isTransientError(view)) return "TRANSIENT";
  return isServerError(view) ? "SERVER_ERROR" : "CLIENT_ERROR";
}

type SmithyError = Parameters<typeof isThrottlingError>[0];

/** The error as Smithy's functions want it: an unmodelled error keeps its wire name in `code`. */
function asSmithyError(error: ServiceException, clockSkewCorrected: boolean): SmithyError {
  return {
    name: error.code,
    message: error.message,
    $fault: error.$fault,
    $service: "",
    $metadata: { ...error.$metadata, clockSkewCorrected },
    ...(error.$retryable === undefined ? {} : { $retryable: error.$retryable }),
  } as SmithyError;
}
