import { isNodeJsHttp2TransientError } from "@smithy/core/retry";
import { errorChain, type ForeignError } from "../common/error-chain.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { isServiceException, type ServiceException } from "../errors/service-exception.js";
import { classify, type FailedAttempt } from "./classify.js";

/** Names under which AWS refuses a request whose date is too far off; it does so before anything else. */
const REFUSED_FOR_ITS_DATE = new Set([
  "AccessDeniedException",
  "AuthFailure",
  "InvalidSignatureException",
  "RequestExpired",
  "RequestInTheFuture",
  "RequestTimeTooSkewed",
  "SignatureDoesNotMatch",
]);

/** Whether the model says that executing an operation twice does no harm. */
export function isSafeToRepeat({ readonly, idempotent }: OperationDescriptor): boolean {
  return readonly === true || idempotent === true;
}

/**
 * Whether an attempt may be repeated without the risk of executing an operation twice: because the operation does not
 * mind, or because it is certain that this attempt was not executed.
 */
export function mayRepeat(operation: OperationDescriptor, failed: FailedAttempt): boolean {
  return isSafeToRepeat(operation) || isProvablyNotExecuted(failed);
}

function isProvablyNotExecuted(failed: FailedAttempt): boolean {
  const { error } = failed;
  if (isMadeBy(NetworkError, error)) return neverArrived(error);
  if (!isServiceException(error)) return false;
  return classify(failed) === "THROTTLING" || isRefusedForItsDate(error, failed.clockCorrected);
}

function neverArrived(error: NetworkError): boolean {
  if (error.code === "ECONNREFUSED" || error.phase === "lookup") return true;
  return errorChain(error).some(isRefusedStream);
}

/** A server of HTTP/2 promises with it that it has done nothing: https://www.rfc-editor.org/rfc/rfc9113#section-8.7 */
function isRefusedStream(error: ForeignError): boolean {
  return typeof error.message === "string" && isNodeJsHttp2TransientError(error as Error);
}

function isRefusedForItsDate({ $fault, code, message }: ServiceException, clockCorrected: boolean): boolean {
  if ($fault !== "client" || !REFUSED_FOR_ITS_DATE.has(code)) return false;
  return clockCorrected || (code === "InvalidSignatureException" && message.includes("Signature expired"));
}
