/** Why an attempt failed, as retry strategies see it. */
export type RetryErrorType = "CLIENT_ERROR" | "SERVER_ERROR" | "THROTTLING" | "TRANSIENT";

/** What a retry strategy is told about a failed attempt. */
export interface RetryErrorInfo {
  readonly errorType: RetryErrorType;
  readonly error?: Error;
  /** When the service asks to be called again. */
  readonly retryAfterHint?: Date;
  /** The same in milliseconds from now; Smithy's strategies do not ask for it. */
  readonly retryAfter?: number | undefined;
}

/** Stands for the right to make one attempt. */
export interface RetryToken {
  /** How many attempts came before. */
  getRetryCount(): number;
  /** Milliseconds to wait before the attempt. */
  getRetryDelay(): number;
  /** What Smithy's strategies, which wait while they are asked, say about it: milliseconds. */
  readonly $retryLog?: { readonly acquisitionDelay?: number };
}

/**
 * Decides whether and when an attempt is repeated: the second version of Smithy's interface, so that strategies of
 * that ecosystem drop in. It is asked only where repeating does no harm, or `retryUnsafeOperations` allows for it. It is
 * told of no other failure: a token that it grants would be lost to it.
 */
export interface RetryStrategy {
  acquireInitialRetryToken(retryTokenScope: string): Promise<RetryToken>;
  /** Rejects when there shall be no further attempt. */
  refreshRetryTokenForRetry(token: RetryToken, errorInfo: RetryErrorInfo): Promise<RetryToken>;
  recordSuccess(token: RetryToken): void;
}
