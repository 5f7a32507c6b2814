import type { ResponseMetadata } from "../client/metadata.js";
import { hide } from "../common/printing.js";
import { type ErrorDescriptor, propertyOf } from "../descriptors/error.js";
import { memberValue, setKey } from "../protocol/shape-access.js";
import type { HttpResponse } from "../transport/http-handler.js";
import { isMadeBy, isNamedLike } from "./instance-of.js";

/** What every error of a service is made from. */
interface ServiceExceptionFacts {
  /** What the service said, or a sentence of ours where it said nothing. */
  readonly message?: string | undefined;
  readonly $metadata: ResponseMetadata;
  /** Counts for classes that stand for no error in particular; the others bring their name. */
  readonly name?: string | undefined;
  /** The error's name on the wire, without namespace; the error's own name if left out. */
  readonly code?: string | undefined;
  readonly $fault?: "client" | "server" | undefined;
  /** Present where the service says that repeating the call may help. */
  readonly $retryable?: { readonly throttling?: boolean } | undefined;
  /** The response as it came; kept out of logs and JSON. */
  readonly $response?: HttpResponse | undefined;
  readonly operation?: string | undefined;
  readonly cause?: unknown;
}

/**
 * What an error class of a service is made from: what all of them have, and the members of its own.
 *
 * @typeParam Failure - the class
 */
export type ServiceExceptionOptions<Failure extends ServiceException = ServiceException> =
  ServiceExceptionFacts & Omit<Failure, keyof ServiceException>;

/**
 * The service answered with an error: base of every error class that a model describes. With `$fault` `client` it refused
 * the call; with `server` it may have executed some of it. Where `retryable` is true calling again does no harm.
 */
export class ServiceException extends Error {
  /** What the model says of the error, in classes that stand for one. */
  declare static readonly descriptor?: ErrorDescriptor;
  override readonly name: string;
  /** Whose fault it is. */
  readonly $fault: "client" | "server";
  readonly $metadata: ResponseMetadata;
  /** Present where the service says that repeating the call may help. */
  readonly $retryable?: { readonly throttling?: boolean };
  /** The response as it came, its body with `rawResponse` only; not printed, so that it stays out of logs. */
  declare readonly $response?: HttpResponse;
  /** The operation that was called. */
  declare readonly operation: string | undefined;
  /**
   * Whether the client would have repeated the call, had it attempts and time left: what went wrong may pass, and
   * repeating does no harm. `$retryable` is what the model says of the error, whatever the operation.
   */
  readonly retryable: boolean = false;

  constructor(options: ServiceExceptionOptions) {
    super(options.message ?? "", options.cause === undefined ? undefined : { cause: options.cause });
    const { descriptor } = new.target;
    this.name = descriptor?.name ?? options.name ?? options.code ?? "ServiceException";
    // As in AWS's clients: it is there when an error is spread or turned into JSON.
    Object.defineProperty(this, "message", { enumerable: true });
    this.$fault = descriptor?.fault ?? options.$fault ?? faultOf(options.$metadata.httpStatusCode);
    this.$metadata = options.$metadata;
    if (options.$retryable !== undefined) this.$retryable = options.$retryable;
    if (options.code !== undefined) {
      Object.defineProperty(this, "code", { value: options.code, enumerable: true });
    }
    this.operation = options.operation;
    hide(this, "$response", options.$response);
    if (descriptor !== undefined) setMembers(this, descriptor, options);
  }

  /** The error's name on the wire, without namespace. */
  get code(): string {
    return this.name;
  }

  /** Whether a value is an error of a service, or has what such an error has. */
  static isInstance(value: unknown): value is ServiceException {
    return isServiceException(value) || looksLikeOne(value);
  }

  /**
   * As in AWS's clients, `instanceof` goes by name where it does not find the class itself: an error may come from
   * another copy of the package, e.g. CommonJS beside ES modules, or be made up by a test.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (isMadeBy(this, value)) return true;
    if (!ServiceException.isInstance(value)) return false;
    return this === ServiceException || isNamedLike(this, value);
  }
}

/** Errors of responses that were read here, of whatever copy their classes are: a command brings along those of its own. */
const read = new WeakSet<object>();

/** Notes that an error stands for a response. */
export function noteRead<Failure extends ServiceException>(error: Failure): Failure {
  read.add(error);
  return error;
}

/** Whether a value is an error made by this very class, or by one that extends it, or one of a response. */
export function isServiceException(value: unknown): value is ServiceException {
  return isMadeBy(ServiceException, value) || read.has(value as object);
}

/** Sets an error's own members, also those that are not there. Every error has a message as it is. */
function setMembers(error: ServiceException, descriptor: ErrorDescriptor, options: object): void {
  for (const member of Object.keys(descriptor.members)) {
    const property = propertyOf(descriptor, member);
    if (property !== "message") setKey(error, property, memberValue(options, property));
  }
}

function looksLikeOne(value: unknown): boolean {
  const { $fault, $metadata } = (value ?? {}) as Partial<ServiceException>;
  return ($fault === "client" || $fault === "server") && Boolean($metadata);
}

function faultOf(status: number | undefined): "client" | "server" {
  return status !== undefined && status < 500 ? "client" : "server";
}
