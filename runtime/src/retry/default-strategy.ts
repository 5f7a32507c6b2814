import { DefaultRateLimiter, StandardRetryStrategy } from "@smithy/core/retry";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { RetryErrorInfo, RetryStrategy, RetryToken } from "./retry-strategy.js";

/** Smithy's strategies wait inside, where no signal reaches them. */
const NO_WAITING = { computeNextBackoffDelay: () => 0, setDelayBase: () => {} };

type Token = Awaited<ReturnType<StandardRetryStrategy["acquireInitialRetryToken"]>>;

/**
 * Smithy's own strategy, of which only the decision is used: by attempts and by a token bucket that all calls of a client
 * share. All waiting is left to the runtime, where a signal can end it.
 */
export class DefaultRetryStrategy implements RetryStrategy {
  readonly mode: string;
  /** Of one call, the first included. */
  readonly maxAttempts: number;
  readonly #standard: StandardRetryStrategy;
  readonly #limiter: DefaultRateLimiter | undefined;

  constructor(mode: "standard" | "adaptive", maxAttempts: number) {
    this.mode = mode;
    this.maxAttempts = maxAttempts;
    this.#standard = new StandardRetryStrategy({ maxAttempts, backoff: NO_WAITING });
    this.#limiter = mode === "adaptive" ? new DefaultRateLimiter() : undefined;
  }

  acquireInitialRetryToken(retryTokenScope: string): Promise<RetryToken> {
    return this.#standard.acquireInitialRetryToken(retryTokenScope);
  }

  refreshRetryTokenForRetry(token: RetryToken, { errorType }: RetryErrorInfo): Promise<RetryToken> {
    return this.#standard.refreshRetryTokenForRetry(token as Token, { errorType });
  }

  recordSuccess(token: RetryToken): void {
    this.#limiter?.updateClientSendingRate({});
    this.giveBack(token);
  }

  /** Tells of every failure, repeated or not: it counts in the rate of sending. */
  recordFailure({ errorType }: RetryErrorInfo): void {
    this.#limiter?.updateClientSendingRate({ errorType });
  }

  /** Puts a token that was not used back into the bucket. */
  giveBack(token: RetryToken): void {
    this.#standard.recordSuccess(token as Token);
  }

  /** Waits until the rate of sending allows for one more attempt; at once unless the mode is adaptive. */
  async waitForTurn(): Promise<void> {
    await this.#limiter?.getSendToken();
  }
}

/**
 * Makes the strategy that a mode names. One per client: its token bucket is shared by all calls. `legacy` is what other
 * AWS tools call their old way, in files that all of them read.
 *
 * @throws {@link ConfigurationError} for any other mode
 */
export function defaultStrategy(mode: string, maxAttempts: number): RetryStrategy {
  if (mode === "standard" || mode === "adaptive") return new DefaultRetryStrategy(mode, maxAttempts);
  if (mode === "legacy") return new DefaultRetryStrategy("standard", maxAttempts);
  throw new ConfigurationError(
    `The retry mode ${JSON.stringify(mode)} is neither "standard" nor "adaptive".`,
  );
}
