import { DefaultRetryStrategy } from "../retry/default-strategy.js";
import type { RetryReason } from "../retry/retry-decision.js";
import type { RetryStrategy, RetryToken } from "../retry/retry-strategy.js";
import { type Judgement, judge } from "../retry/safety.js";
import { askStrategy, type Granted } from "./ask-strategy.js";
import type { FailedResult } from "./attempt.js";
import type { CallContext } from "./call-context.js";
import { recordDecision } from "./record-decision.js";

/** The right to make one more attempt, and why it is made. */
export interface NextAttempt extends Granted {
  readonly reason: RetryReason;
}

/** Asks the model, then the strategy, and notes the decision; undefined where one of them refuses. */
export async function nextAttempt(
  context: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  failed: FailedResult,
): Promise<NextAttempt | undefined> {
  const { operation, progress, retryUnsafeOperations } = context;
  const judgement = judge(operation, failed, retryUnsafeOperations);
  if (strategy instanceof DefaultRetryStrategy) strategy.recordFailure(judgement);
  const answer = await answerOf(context, strategy, token, failed, judgement);
  const { name } = failed.error;
  if (typeof answer === "string") {
    recordDecision(progress, name, answer);
    return undefined;
  }
  recordDecision(progress, name, answer.reason, answer.waited + answer.delay);
  return answer;
}

async function answerOf(
  context: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  failed: FailedResult,
  { errorType, isPassing, permission }: Judgement,
): Promise<NextAttempt | RetryReason> {
  const { config, progress, deadline } = context;
  const isOurs = strategy instanceof DefaultRetryStrategy;
  // A strategy of the user's own may repeat whatever it likes, where that does no harm.
  if (!isPassing && (isOurs || permission !== "safe-operation")) return "not-retryable";
  if (permission === undefined) return "possibly-executed";
  // This stands where asking fails.
  const { error, retryAfter } = failed;
  recordDecision(progress, error.name, "strategy-refused");
  const answer = await askStrategy(context, strategy, token, { errorType, error, retryAfter });
  if (typeof answer === "string") return isPassing ? answer : "not-retryable";
  if (config.environment.now() + answer.delay < deadline) return { ...answer, reason: permission };
  if (isOurs) strategy.giveBack(answer.token);
  return "call-timeout";
}
