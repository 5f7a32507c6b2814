import { AbortError } from "../errors/abort-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { isClientError } from "../errors/is-client-error.js";
import { isServiceException } from "../errors/service-exception.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { RetryDecision, RetryReason } from "../retry/retry-decision.js";
import type { Progress } from "./call-context.js";

/** Notes what becomes of an attempt, in place of what was said about it before. */
export function recordDecision(progress: Progress, decision: RetryDecision): void {
  const earlier = (progress.retryDecisions ?? []).filter(({ attempt }) => attempt !== decision.attempt);
  progress.retryDecisions = [...earlier, decision];
}

/** Notes that an attempt is not repeated. */
export function recordRefusal(
  progress: Progress,
  { name: error }: { readonly name: string },
  reason: RetryReason,
): void {
  const attempt = progress.attempts;
  recordDecision(progress, { attempt, error, repeated: false, reason, delay: 0 });
}

/** Notes what a call ends in that no strategy was asked about: the attempt itself, or what came while it waited. */
export function recordEnd(progress: Progress, error: unknown): void {
  const { attempts, retryDecisions = [] } = progress;
  if (attempts === 0) return;
  const last = retryDecisions.at(-1);
  const ended = endOf(error);
  if (last?.attempt !== attempts) recordRefusal(progress, asNamed(error), ended ?? "not-retryable");
  else if (ended !== undefined || last.repeated) {
    recordRefusal(progress, { name: last.error }, ended ?? "not-retryable");
  }
}

function endOf(error: unknown): RetryReason | undefined {
  if (isMadeBy(AbortError, error)) return "aborted";
  return isMadeBy(TimeoutError, error) && error.phase === "call" ? "call-timeout" : undefined;
}

function asNamed(error: unknown): { readonly name: string } {
  return isClientError(error) || isServiceException(error) ? error : { name: "Error" };
}
