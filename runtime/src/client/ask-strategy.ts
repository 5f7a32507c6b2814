import { abortable, throwIfAborted } from "../common/abortable.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { backoffDelay } from "../retry/backoff.js";
import type { DefaultRetryStrategy } from "../retry/default-strategy.js";
import { customDelay } from "../retry/delay-options.js";
import type { RetryReason } from "../retry/retry-decision.js";
import type { RetryErrorInfo, RetryStrategy, RetryToken } from "../retry/retry-strategy.js";
import type { CallContext } from "./call-context.js";

/** What a strategy grants. */
export interface Granted {
  readonly token: RetryToken;
  /** Milliseconds that the strategy has waited already. */
  readonly waited: number;
  /** Milliseconds that are left to wait. */
  readonly delay: number;
}

/** @param retryAfter - milliseconds that the service asks to wait */
export async function askDefault(
  context: CallContext,
  strategy: DefaultRetryStrategy,
  token: RetryToken,
  errorInfo: Required<Pick<RetryErrorInfo, "errorType" | "error">>,
  retryAfter: number | undefined,
): Promise<Granted | RetryReason> {
  if (context.progress.attempts >= strategy.maxAttempts) return "attempts-exhausted";
  const next = await refresh(context, strategy, token, errorInfo);
  if (next === undefined) return "no-retry-tokens";
  const delay = delayBefore(context, token.getRetryCount(), errorInfo, retryAfter);
  if (delay >= 0) return { token: next, waited: 0, delay };
  strategy.giveBack(next);
  return "strategy-refused";
}

function delayBefore(
  { config: { environment, retryDelayOptions } }: CallContext,
  retries: number,
  { errorType, error }: Required<Pick<RetryErrorInfo, "errorType" | "error">>,
  retryAfter: number | undefined,
): number {
  const { base, customBackoff } = retryDelayOptions;
  if (customBackoff !== undefined) return customDelay(customBackoff, retries, error);
  return backoffDelay({ errorType, retries, random: environment.random(), base, retryAfter });
}

/**
 * Strategies of the user's own may wait while they are asked, leave the waiting to us, or both.
 *
 * @param retryAfter - milliseconds that the service asks to wait
 */
export async function askCustom(
  context: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  errorInfo: RetryErrorInfo,
  retryAfter: number | undefined,
): Promise<Granted | RetryReason> {
  const now = context.config.environment.now();
  const hint = retryAfter === undefined ? {} : { retryAfterHint: new Date(now + retryAfter) };
  const next = await refresh(context, strategy, token, { ...errorInfo, ...hint });
  return next === undefined ? "strategy-refused" : readToken(next);
}

/** A strategy says no by failing. */
async function refresh(
  { signal }: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  errorInfo: RetryErrorInfo,
): Promise<RetryToken | undefined> {
  try {
    // Async, as a strategy need not be.
    const asked = (async () => strategy.refreshRetryTokenForRetry(token, errorInfo))();
    return await abortable(asked, signal);
  } catch {
    throwIfAborted(signal);
    return undefined;
  }
}

/** @throws ConfigurationError where it says nothing that a timer can be set to */
function readToken(token: RetryToken): Granted {
  const delay = delayOf(token);
  const waited = token.$retryLog?.acquisitionDelay ?? 0;
  // What is negative is over, to AWS's clients, too.
  return {
    token,
    waited: waited > 0 && waited < Number.POSITIVE_INFINITY ? waited : 0,
    delay: Math.max(delay, 0),
  };
}

function delayOf(token: RetryToken): number {
  let cause: unknown;
  try {
    const delay: unknown = token.getRetryDelay();
    if (typeof delay === "number" && Number.isFinite(delay)) return delay;
    cause = new TypeError(`It returned ${typeof delay === "number" ? delay : `a ${typeof delay}`}.`);
  } catch (error) {
    cause = error;
  }
  throw new ConfigurationError(
    "The token of retryStrategy must have a getRetryDelay that returns a number of milliseconds.",
    { cause },
  );
}
