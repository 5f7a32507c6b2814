import { abortable, throwIfAborted } from "../common/abortable.js";
import { isMadeBy } from "../errors/instance-of.js";
import { askForDelay } from "../retry/ask-for-delay.js";
import { DefaultRetryStrategy, RetryRefusal } from "../retry/default-strategy.js";
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

/**
 * Asks a strategy for one more attempt. One of the user's own may wait while it is asked, leave the waiting to us, or both.
 *
 * @returns what it grants, or the reason why it does not
 * @throws ConfigurationError where it is asked for a delay, and says nothing that a timer can be set to
 */
export async function askStrategy(
  { config, signal }: CallContext,
  strategy: RetryStrategy,
  token: RetryToken,
  info: RetryErrorInfo,
): Promise<Granted | RetryReason> {
  const { retryAfter, error } = info;
  const hint = retryAfter !== undefined && {
    retryAfterHint: new Date(config.environment.now() + retryAfter),
  };
  // Async, as a strategy of the user's own need not be.
  const ask = async (): Promise<RetryToken> =>
    strategy.refreshRetryTokenForRetry(token, { ...info, ...hint });
  let next: RetryToken | undefined;
  try {
    next = await abortable(ask(), signal);
  } catch (refusal) {
    throwIfAborted(signal);
    if (isMadeBy(RetryRefusal, refusal)) return refusal.reason;
    if (strategy instanceof DefaultRetryStrategy) throw refusal;
  }
  // Other strategies refuse by failing, with whatever.
  if (next === undefined) return "strategy-refused";
  const granted = next;
  const delay = askForDelay("getRetryDelay of retryStrategy's tokens", () => granted.getRetryDelay(), error);
  const waited = granted.$retryLog?.acquisitionDelay ?? 0;
  // What is negative is over, to AWS's clients, too.
  return {
    token: granted,
    waited: waited > 0 && waited < Number.POSITIVE_INFINITY ? waited : 0,
    delay: Math.max(delay, 0),
  };
}
