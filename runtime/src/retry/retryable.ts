import type { OperationDescriptor } from "../descriptors/operation.js";
import { classify, type FailedAttempt } from "./classify.js";
import { mayRepeat } from "./safety.js";

/** Whether an attempt would be repeated, were there attempts and time left: the failure may pass, and repeating is safe. */
export function isRetryable(operation: OperationDescriptor, failed: FailedAttempt): boolean {
  return classify(failed) !== "CLIENT_ERROR" && mayRepeat(operation, failed);
}
