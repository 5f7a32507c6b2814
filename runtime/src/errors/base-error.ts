import type { ResponseMetadata } from "../client/metadata.js";
import { isMadeBy, isNamedLike } from "./instance-of.js";

/** What every error of the runtime itself is made from. */
export interface BaseErrorOptions {
  /** The operation that was called. */
  readonly operation?: string | undefined;
  readonly $metadata?: ResponseMetadata | undefined;
  readonly cause?: unknown;
}

/** Marks the runtime's own errors, of whatever copy: a `DOMException` may be called `AbortError`, too. */
const BRAND: unique symbol = /*@__PURE__*/ Symbol.for("tinsmith.error");

/** What the runtime's own errors share. Errors of the service extend `ServiceException` instead. */
export abstract class BaseError extends Error {
  /** What is known of the call: status and request id of the last response, attempts, time spent waiting between them. */
  readonly $metadata: ResponseMetadata;
  /** The operation that was called, absent where the error comes from outside a call. */
  readonly operation: string | undefined;
  /**
   * Whether the client would have repeated the call, had it attempts and time left: what went wrong may pass, and
   * repeating does no harm.
   */
  readonly retryable: boolean = false;

  constructor(message: string, options: BaseErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    // As with errors of a service: it is there when an error is spread or turned into JSON.
    Object.defineProperty(this, "message", { enumerable: true });
    this.$metadata = options.$metadata ?? {};
    this.operation = options.operation;
  }

  /** @internal Its symbol would tell the types of this package's ES modules from those of its CommonJS modules. */
  get [BRAND](): true {
    return true;
  }

  /**
   * `instanceof` goes by brand and name where it does not find the class itself: an error may come from another copy of
   * the package, e.g. CommonJS beside ES modules.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (isMadeBy(this, value)) return true;
    return isBranded(value) && (this === BaseError || isNamedLike(this, value));
  }
}

function isBranded(value: unknown): value is BaseError {
  return typeof value === "object" && value !== null && (value as Partial<BaseError>)[BRAND] === true;
}
