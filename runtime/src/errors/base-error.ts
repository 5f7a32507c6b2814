import type { ResponseMetadata } from "../client/metadata.js";

/** What every error of the runtime itself is made from. */
export interface BaseErrorOptions {
  /** The operation that was called. */
  readonly operation?: string | undefined;
  readonly $metadata?: ResponseMetadata | undefined;
  readonly cause?: unknown;
}

/** What the runtime's own errors share. Errors of the service extend `ServiceException` instead. */
export abstract class BaseError extends Error {
  readonly $metadata: ResponseMetadata;
  /** The operation that was called, absent where the error comes from outside a call. */
  readonly operation: string | undefined;

  constructor(message: string, options: BaseErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.$metadata = options.$metadata ?? {};
    this.operation = options.operation;
  }
}
