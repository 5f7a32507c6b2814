import { AbortError } from "../errors/abort-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { isClientError } from "../errors/is-client-error.js";
import { isServiceException } from "../errors/service-exception.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { RetryReason } from "../retry/retry-decision.js";
import type { Progress } from "./call-context.js";

/**
 * Notes what becomes of the last attempt, in place of what was noted before.
 *
 * @param error - the name of what it failed with
 * @param delay - milliseconds until the next attempt; absent where there is none
 */
export function recordDecision(
  progress: Progress,
  error: string,
  reason: RetryReason,
  delay?: number | undefined,
): void {
  const { attempts: attempt, retryDecisions = [] } = progress;
  const earlier = retryDecisions.filter((decision) => decision.attempt !== attempt);
  const repeated = delay !== undefined;
  progress.retryDecisions = [...earlier, { attempt, error, repeated, reason, delay: delay ?? 0 }];
}

/** Notes why a call ended without asking a strategy: for the error of the attempt, or for what came while it waited. */
export function recordEnd(progress: Progress, error: unknown): void {
  const { attempts, retryDecisions = [] } = progress;
  if (attempts === 0) return;
  const decision = retryDecisions.find(({ attempt }) => attempt === attempts);
  const ended = endOf(error);
  if (decision === undefined || decision.repeated || ended !== undefined) {
    recordDecision(progress, decision?.error ?? nameOf(error), ended ?? "not-retryable");
  }
}

function endOf(error: unknown): RetryReason | undefined {
  if (isMadeBy(AbortError, error)) return "aborted";
  return isMadeBy(TimeoutError, error) && error.phase === "call" ? "call-timeout" : undefined;
}

function nameOf(error: unknown): string {
  return isClientError(error) || isServiceException(error) ? error.name : "Error";
}
