import type { OperationDescriptor } from "../descriptors/operation.js";
import { classify, type FailedAttempt, isPassing } from "./classify.js";
import { isProvablyNotExecuted } from "./not-executed.js";
import type { RetryReason } from "./retry-decision.js";
import type { RetryErrorType } from "./retry-strategy.js";

/** Whether the model says that executing an operation twice does no harm. */
export function isSafeToRepeat({ readonly, idempotent }: OperationDescriptor): boolean {
  return readonly === true || idempotent === true;
}

/** What is known about repeating an attempt, before a strategy is asked. */
export interface Judgement {
  readonly errorType: RetryErrorType;
  /** Whether what went wrong may pass. */
  readonly isPassing: boolean;
  /** Why repeating does no harm, or is wanted all the same; absent where it may do harm. */
  readonly permission: Extract<RetryReason, "safe-operation" | "not-executed" | "opted-in"> | undefined;
}

/** Judges a failed attempt. @param optedIn - whether what is not safe shall be repeated, too */
export function judge(operation: OperationDescriptor, failed: FailedAttempt, optedIn: boolean): Judgement {
  const errorType = classify(failed);
  return {
    errorType,
    isPassing: isPassing(errorType),
    permission: permissionFor(operation, failed, optedIn),
  };
}

/** Whether an attempt would be repeated, were there attempts and time left: the failure may pass, and repeating is safe. */
export function isRetryable(
  operation: OperationDescriptor,
  failed: FailedAttempt,
  optedIn: boolean,
): boolean {
  const judgement = judge(operation, failed, optedIn);
  return judgement.isPassing && judgement.permission !== undefined;
}

function permissionFor(
  operation: OperationDescriptor,
  failed: FailedAttempt,
  optedIn: boolean,
): Judgement["permission"] {
  if (isSafeToRepeat(operation)) return "safe-operation";
  if (isProvablyNotExecuted(failed)) return "not-executed";
  return optedIn ? "opted-in" : undefined;
}
