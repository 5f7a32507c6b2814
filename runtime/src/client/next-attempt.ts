import type { AbortSignalLike } from "../common/abort-signal.js";
import { abortable, throwIfAborted } from "../common/abortable.js";
import { backoffDelay } from "../retry/backoff.js";
import { classify } from "../retry/classify.js";
import { DefaultRetryStrategy } from "../retry/default-strategy.js";
import { customDelay } from "../retry/delay-options.js";
import type { RetryErrorInfo, RetryStrategy, RetryToken } from "../retry/retry-strategy.js";
import { mayRepeat } from "../retry/safety.js";
import type { FailedResult } from "./attempt.js";
import type { CallContext } from "./call-context.js";

/** The right to make one more attempt, and how long to wait before it. */
export interface NextAttempt {
  readonly token: RetryToken;
  /** Milliseconds. */
  readonly delay: number;
}

/** Asks model and strategy, in this order; undefined where one of them says no. */
export async function nextAttempt(
  context: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  failed: FailedResult,
): Promise<NextAttempt | undefined> {
  const errorInfo: RetryErrorInfo = { errorType: classify(failed), error: failed.error };
  const isOurs = strategy instanceof DefaultRetryStrategy;
  if (isOurs) strategy.recordFailure(errorInfo);
  if (!mayRepeat(context.operation, failed)) return undefined;
  return isOurs
    ? askDefault(context, strategy, token, errorInfo, failed)
    : askCustom(context, strategy, token, errorInfo, failed);
}

async function askDefault(
  context: CallContext,
  strategy: DefaultRetryStrategy,
  token: RetryToken,
  errorInfo: RetryErrorInfo,
  failed: FailedResult,
): Promise<NextAttempt | undefined> {
  const next = await refresh(strategy, token, errorInfo, context.signal);
  if (next === undefined) return undefined;
  const delay = delayBefore(context, token.getRetryCount(), errorInfo, failed);
  if (delay >= 0) return { token: next, delay };
  strategy.giveBack(next);
  return undefined;
}

function delayBefore(
  { config: { environment, retryDelayOptions } }: CallContext,
  retries: number,
  { errorType }: RetryErrorInfo,
  { error, retryAfter }: FailedResult,
): number {
  const { base, customBackoff } = retryDelayOptions;
  if (customBackoff !== undefined) return customDelay(customBackoff, retries, error);
  return backoffDelay({ errorType, retries, random: environment.random(), base, retryAfter });
}

/** Strategies of the user's own may wait while they are asked, leave the waiting to us, or both. */
async function askCustom(
  { config: { environment }, progress, signal }: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  errorInfo: RetryErrorInfo,
  { retryAfter }: FailedResult,
): Promise<NextAttempt | undefined> {
  const hint = retryAfter === undefined ? {} : { retryAfterHint: new Date(environment.now() + retryAfter) };
  const next = await refresh(strategy, token, { ...errorInfo, ...hint }, signal);
  if (next === undefined) return undefined;
  progress.totalRetryDelay += next.$retryLog?.acquisitionDelay ?? 0;
  return { token: next, delay: next.getRetryDelay() };
}

/** A strategy says no by failing. */
async function refresh(
  strategy: RetryStrategy,
  token: RetryToken,
  errorInfo: RetryErrorInfo,
  signal: AbortSignalLike | undefined,
): Promise<RetryToken | undefined> {
  try {
    return await abortable(strategy.refreshRetryTokenForRetry(token, errorInfo), signal);
  } catch {
    throwIfAborted(signal);
    return undefined;
  }
}
