import type { AbortSignalLike } from "../common/abort-signal.js";
import { abortable, throwIfAborted } from "../common/abortable.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { backoffDelay } from "../retry/backoff.js";
import { classify } from "../retry/classify.js";
import { waitsForItself } from "../retry/default-strategy.js";
import type { RetryErrorInfo, RetryStrategy, RetryToken } from "../retry/retry-strategy.js";
import { mayRepeat } from "../retry/safety.js";
import { type AttemptResult, type FailedResult, makeAttempt } from "./attempt.js";
import { buildRequest, type RequestParts } from "./build-request.js";
import type { CallContext } from "./call-context.js";
import { observeRetry } from "./hooks/observe.js";

/** The right to make one more attempt, and how long to wait before it. */
interface NextAttempt {
  readonly token: RetryToken;
  /** Milliseconds. */
  readonly delay: number;
}

/**
 * Makes attempts until one succeeds or nothing speaks for another.
 *
 * @throws what the last attempt failed with
 */
export async function runAttempts(
  context: CallContext,
  parts: RequestParts,
): Promise<Extract<AttemptResult, { success: true }>> {
  const { config, signal, progress } = context;
  const [strategy, maxAttempts] = await abortable(
    Promise.all([strategyOf(context), config.maxAttempts()]),
    signal,
  );
  let token = await abortable(firstToken(strategy), signal);
  for (;;) {
    throwIfAborted(signal);
    progress.attempts++;
    const result = await makeAttempt(context, buildRequest(parts, progress.attempts, maxAttempts));
    if (result.success) {
      recordSuccess(strategy, token);
      return result;
    }
    const next = await nextAttempt(context, strategy, token, result);
    if (next === undefined) throw result.error;
    await observeRetry(context, result.error, next.delay);
    await config.environment.sleep(next.delay, signal);
    progress.totalRetryDelay += next.delay;
    token = next.token;
  }
}

async function strategyOf({ config }: CallContext): Promise<RetryStrategy> {
  const strategy = await config.retryStrategy();
  if (typeof strategy.acquireInitialRetryToken === "function") return strategy;
  throw new ConfigurationError(
    "retryStrategy has no acquireInitialRetryToken: strategies of the first version do not fit.",
  );
}

async function firstToken(strategy: RetryStrategy): Promise<RetryToken> {
  try {
    return await strategy.acquireInitialRetryToken("");
  } catch (cause) {
    throw new ConfigurationError("retryStrategy did not let the call begin.", { cause });
  }
}

/** A result stays a result, whatever a strategy of the user's own makes of it. */
function recordSuccess(strategy: RetryStrategy, token: RetryToken): void {
  try {
    strategy.recordSuccess(token);
  } catch {
    // It is the strategy's own count that is wrong now.
  }
}

/** Asks model and strategy, in this order; undefined where one of them says no. */
async function nextAttempt(
  context: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  failed: FailedResult,
): Promise<NextAttempt | undefined> {
  if (!mayRepeat(context.operation, failed)) return undefined;
  const errorInfo: RetryErrorInfo = { errorType: classify(failed), error: failed.error };
  if (waitsForItself(strategy)) return waitWithin(context, strategy, token, errorInfo, failed.retryAfter);
  const next = await refresh(strategy, token, errorInfo, context.signal);
  const delay = backoffDelay({
    errorType: errorInfo.errorType,
    retries: token.getRetryCount(),
    random: context.config.environment.random(),
    retryAfter: failed.retryAfter,
  });
  return next && { token: next, delay };
}

/** Strategies of the user's own may wait while they are asked, leave the waiting to us, or both. */
async function waitWithin(
  { config: { environment }, progress, signal }: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  errorInfo: RetryErrorInfo,
  retryAfter: number | undefined,
): Promise<NextAttempt | undefined> {
  const start = environment.now();
  const hint = retryAfter === undefined ? {} : { retryAfterHint: new Date(start + retryAfter) };
  const next = await refresh(strategy, token, { ...errorInfo, ...hint }, signal);
  progress.totalRetryDelay += environment.now() - start;
  return next && { token: next, delay: next.getRetryDelay() };
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
