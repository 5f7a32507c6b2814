import { BaseError, type BaseErrorOptions } from "./base-error.js";

/**
 * How far a request came. `unknown` is where the transport cannot tell; as with `send` and `receive`, the service
 * may have executed the call.
 */
export type NetworkPhase = "lookup" | "connect" | "tls" | "send" | "receive" | "unknown";

/** What a {@link NetworkError} is made from. */
export interface NetworkErrorOptions extends BaseErrorOptions {
  readonly phase: NetworkPhase;
  readonly code?: string | undefined;
}

/**
 * No complete response came. With `phase` `lookup` or `connect` the service never saw the call; else it may have
 * executed it. Where `retryable` is true calling again does no harm; else look before you repeat a change.
 */
export class NetworkError extends BaseError {
  override readonly name = "NetworkError";
  /** How far the request came. */
  readonly phase: NetworkPhase;
  /** The platform's code, e.g. `ECONNREFUSED`; absent where the platform gives none. */
  readonly code: string | undefined;

  constructor(message: string, options: NetworkErrorOptions) {
    super(message, options);
    this.phase = options.phase;
    this.code = options.code;
  }
}
