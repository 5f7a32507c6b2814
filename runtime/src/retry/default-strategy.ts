import { AdaptiveRetryStrategy, StandardRetryStrategy } from "@smithy/core/retry";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { RetryStrategy } from "./retry-strategy.js";

/**
 * Smithy's strategies wait inside, where no signal reaches them. They decide whether to repeat, by attempts and token
 * bucket; how long to wait is worked out by `backoffDelay`, and waited for by the runtime.
 */
const NO_WAITING = { computeNextBackoffDelay: () => 0, setDelayBase: () => {} };

/** Strategies whose waiting the runtime does. */
const ours = new WeakSet<RetryStrategy>();

/**
 * Makes the strategy that a mode names. One per client: its token bucket is shared by all calls.
 *
 * @throws {@link ConfigurationError} for any other mode
 */
export function defaultStrategy(mode: string, maxAttempts: number): RetryStrategy {
  const strategy = create(mode, maxAttempts) as RetryStrategy;
  ours.add(strategy);
  return strategy;
}

function create(mode: string, maxAttempts: number): StandardRetryStrategy | AdaptiveRetryStrategy {
  const options = { maxAttempts, backoff: NO_WAITING };
  if (mode === "standard") return new StandardRetryStrategy(options);
  if (mode === "adaptive") return new AdaptiveRetryStrategy(async () => maxAttempts, options);
  throw new ConfigurationError(
    `The retry mode ${JSON.stringify(mode)} is neither "standard" nor "adaptive".`,
  );
}

/** Whether the runtime waits for a strategy; a strategy of the user's own says itself how long to wait. */
export function waitsForItself(strategy: RetryStrategy): boolean {
  return !ours.has(strategy);
}
