import { neverArrived } from "#platform";
import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { isServiceException, type ServiceException } from "../errors/service-exception.js";
import { classify, type FailedAttempt } from "./classify.js";
import { isOneOf, REFUSED_FOR_ITS_DATE } from "./error-codes.js";

/**
 * Whether it is certain that an attempt was not executed. These leave a doubt: a timeout, a connection that breaks, a 5xx
 * of any name, an error that explains only part of the failure.
 */
export function isProvablyNotExecuted(failed: FailedAttempt): boolean {
  const { error } = failed;
  if (isMadeBy(NetworkError, error)) return neverArrived(error) ?? false;
  if (!isServiceException(error)) return false;
  const { httpStatusCode: status = 0 } = error.$metadata;
  // A gateway, or the service itself, may have begun when it fails with 5xx, even for being throttled further on.
  if (status < 400 || status >= 500) return false;
  return classify(failed) === "THROTTLING" || isRefusedForItsDate(error, failed.clockCorrected);
}

function isRefusedForItsDate({ code, message }: ServiceException, clockCorrected: boolean): boolean {
  if (!isOneOf(REFUSED_FOR_ITS_DATE, code)) return false;
  return clockCorrected || (code === "InvalidSignatureException" && message.includes("Signature expired"));
}
