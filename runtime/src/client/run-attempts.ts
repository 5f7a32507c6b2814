import { traceAttempt } from "#platform";
import { abortable, throwIfAborted } from "../common/abortable.js";
import { ignoreRejection } from "../common/ignore-rejection.js";
import { ask, type Steps, settle, takeSteps } from "../common/steps.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { DefaultRetryStrategy } from "../retry/default-strategy.js";
import type { RetryStrategy, RetryToken } from "../retry/retry-strategy.js";
import type { HttpRequest } from "../transport/http-handler.js";
import { type AttemptResult, makeAttempt, type SuccessfulResult } from "./attempt.js";
import { requestForAttempt } from "./build-request.js";
import type { CallContext } from "./call-context.js";
import { observeRetry } from "./hooks/observe.js";
import { nextAttempt } from "./next-attempt.js";
import { recordEnd } from "./record-decision.js";

/**
 * Makes attempts until one succeeds, or must not be repeated.
 *
 * @throws what the last attempt failed with
 */
export async function runAttempts(context: CallContext, shared: HttpRequest): Promise<SuccessfulResult> {
  try {
    return await repeat(context, shared);
  } catch (error) {
    recordEnd(context.progress, error);
    throw error;
  }
}

async function repeat(context: CallContext, shared: HttpRequest): Promise<SuccessfulResult> {
  const { config, signal, progress } = context;
  const { strategy, maxAttempts, ...first } = await takeSteps(begin(context), signal);
  let token = first.token;
  for (;;) {
    const turn = strategy instanceof DefaultRetryStrategy ? strategy.waitForTurn() : undefined;
    if (turn !== undefined) await abortable(turn, signal);
    throwIfAborted(signal);
    progress.attempts++;
    const request = requestForAttempt(shared, progress.attempts, maxAttempts);
    const make = (): Promise<AttemptResult> => makeAttempt(context, request);
    const result = await (traceAttempt(context, request, make) ?? make());
    if (result.success) {
      recordSuccess(strategy, token);
      return result;
    }
    context.state.failed = result;
    const next = await nextAttempt(context, strategy, token, result);
    if (next === undefined) throw result.error;
    await observeRetry(context, result.error, next);
    await abortable(config.environment.sleep(next.delay, signal), signal);
    progress.totalRetryDelay += next.waited + next.delay;
    token = next.token;
  }
}

/** What decides how often a call is tried. */
function* begin({ config }: CallContext): Steps<{
  readonly strategy: RetryStrategy;
  readonly maxAttempts: number;
  readonly token: RetryToken;
}> {
  const strategy = checkStrategy(yield* ask(config.retryStrategy));
  return { strategy, maxAttempts: yield* ask(config.maxAttempts), token: yield* firstToken(strategy) };
}

const METHODS = ["acquireInitialRetryToken", "refreshRetryTokenForRetry", "recordSuccess"] as const;

function checkStrategy(strategy: RetryStrategy): RetryStrategy {
  const missing = METHODS.find((method) => typeof strategy?.[method] !== "function");
  if (missing === undefined) return strategy;
  throw new ConfigurationError(
    `retryStrategy has no ${missing}: pass one of the second version, such as StandardRetryStrategy of @smithy/core/retry.`,
  );
}

function* firstToken(strategy: RetryStrategy): Steps<RetryToken> {
  try {
    return strategy instanceof DefaultRetryStrategy
      ? strategy.firstToken()
      : yield* settle(strategy.acquireInitialRetryToken(""));
  } catch (cause) {
    throw new ConfigurationError("retryStrategy did not let the call begin.", { cause });
  }
}

/** A result stays a result, whatever a strategy of the user's own makes of it. */
function recordSuccess(strategy: RetryStrategy, token: RetryToken): void {
  try {
    ignoreRejection(strategy.recordSuccess(token));
  } catch {
    // Only the strategy's own count is wrong then.
  }
}
