import type { RetryErrorType } from "./retry-strategy.js";

/** Longest wait that comes from counting attempts, in milliseconds. */
const MAX_DELAY = 20_000;

/** First waits, before chance shortens them, in milliseconds. */
const BASE_DELAY = 50;
const THROTTLING_BASE_DELAY = 1_000;

/** How much longer than that the service may make us wait, in milliseconds. */
const MAX_HINT_EXTRA = 5_000;

/** What a wait depends on. */
export interface BackoffOptions {
  readonly errorType: RetryErrorType;
  /** Attempts that were repeated before: 0 after the first attempt. */
  readonly retries: number;
  /** At least 0 and less than 1. */
  readonly random: number;
  /** Milliseconds of the first wait, before chance shortens it; AWS's own if left out. */
  readonly base?: number | undefined;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter?: number | undefined;
}

/**
 * How long to wait before the next attempt: exponential, with full jitter, and no less than the service asks for within
 * reason. The same numbers as in AWS's clients.
 *
 * @returns milliseconds
 */
export function backoffDelay({ errorType, retries, random, base, retryAfter }: BackoffOptions): number {
  const first = base ?? (errorType === "THROTTLING" ? THROTTLING_BASE_DELAY : BASE_DELAY);
  const delay = Math.floor(random * Math.min(first * 2 ** retries, MAX_DELAY));
  if (retryAfter === undefined) return delay;
  return Math.max(delay, Math.min(retryAfter, delay + MAX_HINT_EXTRA));
}
