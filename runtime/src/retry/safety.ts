import type { OperationDescriptor } from "../descriptors/operation.js";
import { NetworkError } from "../errors/network-error.js";
import { ServiceException } from "../errors/service-exception.js";
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
  const { error, clockCorrected } = failed;
  if (error instanceof NetworkError) return error.code === "ECONNREFUSED" || error.phase === "lookup";
  if (!(error instanceof ServiceException)) return false;
  if (classify(failed) === "THROTTLING") return true;
  return clockCorrected && error.$fault === "client" && REFUSED_FOR_ITS_DATE.has(error.code);
}
