import { ConfigurationError } from "../errors/configuration-error.js";
import { isPassing } from "./classify.js";
import type { DelayFunction } from "./delay-options.js";
import type { RetryReason } from "./retry-decision.js";
import type { RetryErrorInfo, RetryStrategy, RetryToken } from "./retry-strategy.js";
import { SendingRate } from "./sending-rate.js";

/** What the bucket holds at most, and at the beginning. */
const CAPACITY = 500;

/** What one more attempt takes out of the bucket. */
const COST = 14;
const THROTTLING_COST = 5;

/** What a call that did not take anything puts into the bucket when it succeeds. */
const GAIN = 1;

/** Says why there is no further attempt. */
export class RetryRefusal extends Error {
  readonly reason: RetryReason;

  constructor(reason: RetryReason) {
    super(reason);
    this.reason = reason;
  }
}

interface Token extends RetryToken {
  /** What goes back into the bucket when the attempt succeeds. */
  readonly refund: number;
}

function makeToken(retries: number, refund: number, delay: number): Token {
  return { refund, getRetryCount: () => retries, getRetryDelay: () => delay };
}

/**
 * Decides as Smithy's strategies do: by attempts and by a token bucket that all calls of a client share. Theirs wait
 * while they are asked, where no signal reaches them; here all waiting is left to the runtime.
 */
export class DefaultRetryStrategy implements RetryStrategy {
  readonly mode: string;
  /** Of one call, the first included. */
  readonly maxAttempts: number;
  readonly #delayBefore: DelayFunction;
  readonly #rate: SendingRate | undefined;
  #capacity = CAPACITY;

  constructor(mode: "standard" | "adaptive", maxAttempts: number, delayBefore: DelayFunction) {
    this.mode = mode;
    this.maxAttempts = maxAttempts;
    this.#delayBefore = delayBefore;
    this.#rate = mode === "adaptive" ? new SendingRate() : undefined;
  }

  async acquireInitialRetryToken(): Promise<RetryToken> {
    return this.firstToken();
  }

  /** The same at once. */
  firstToken(): RetryToken {
    return makeToken(0, GAIN, 0);
  }

  /** @throws {@link RetryRefusal} */
  async refreshRetryTokenForRetry(token: RetryToken, info: RetryErrorInfo): Promise<RetryToken> {
    const { errorType } = info;
    const cost = errorType === "THROTTLING" ? THROTTLING_COST : COST;
    const retries = token.getRetryCount();
    if (!isPassing(errorType)) throw new RetryRefusal("not-retryable");
    if (retries + 1 >= this.maxAttempts) throw new RetryRefusal("attempts-exhausted");
    if (cost > this.#capacity) throw new RetryRefusal("no-retry-tokens");
    const delay = this.#delayBefore(retries, info);
    if (delay < 0) throw new RetryRefusal("strategy-refused");
    this.#capacity -= cost;
    return makeToken(retries + 1, cost, delay);
  }

  recordSuccess(token: RetryToken): void {
    this.#rate?.record(false);
    this.giveBack(token);
  }

  /** Tells of every failure, repeated or not: it counts in the rate of sending. */
  recordFailure({ errorType }: RetryErrorInfo): void {
    this.#rate?.record(errorType === "THROTTLING");
  }

  /** Puts a token that was not used back into the bucket. */
  giveBack(token: RetryToken): void {
    this.#capacity = Math.min(CAPACITY, this.#capacity + (token as Token).refund);
  }

  /** Waits until the rate of sending allows for one more attempt; nothing is to be waited for unless the mode is adaptive. */
  waitForTurn(): Promise<void> | undefined {
    return this.#rate?.waitForTurn();
  }
}

/**
 * Makes the strategy that a mode names. One per client: its token bucket is shared by all calls. `legacy` is what other
 * AWS tools call their old way, in files that all of them read.
 *
 * @throws {@link ConfigurationError} for any other mode
 */
export function defaultStrategy(
  mode: string,
  maxAttempts: number,
  delayBefore: DelayFunction,
): RetryStrategy {
  if (!["standard", "adaptive", "legacy"].includes(mode)) {
    throw new ConfigurationError(
      `The retry mode ${JSON.stringify(mode)} is neither "standard" nor "adaptive".`,
    );
  }
  return new DefaultRetryStrategy(mode === "adaptive" ? mode : "standard", maxAttempts, delayBefore);
}
