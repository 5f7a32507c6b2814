import type { ResponseMetadata } from "../client/metadata.js";
import type { HttpResponse } from "../transport/http-handler.js";

/** What an error class of a service is made from. */
export interface ServiceExceptionOptions<Members extends object = object> {
  /** What the service said, or a sentence of ours where it said nothing. */
  readonly message: string;
  readonly $metadata: ResponseMetadata;
  /** The error's name on the wire, without namespace. */
  readonly code: string;
  readonly $fault?: "client" | "server" | undefined;
  /** Present where the service says that repeating the call may help. */
  readonly $retryable?: { readonly throttling?: boolean | undefined } | undefined;
  /** The response as it came; kept out of logs and JSON. */
  readonly $response?: HttpResponse | undefined;
  readonly operation?: string | undefined;
  /** The error's members, as the model names them. */
  readonly members?: Members | undefined;
  readonly cause?: unknown;
}

/** The service answered with an error: base of every error class that a model describes. */
export class ServiceException extends Error {
  override readonly name: string = "ServiceException";
  /** Whose fault it is. */
  readonly $fault: "client" | "server";
  readonly $metadata: ResponseMetadata;
  /** Present where the service says that repeating the call may help. */
  readonly $retryable?: { readonly throttling?: boolean | undefined } | undefined;
  /** The response as it came; not enumerable, so that it stays out of logs. */
  declare readonly $response?: HttpResponse | undefined;
  /** The error's name on the wire, without namespace. */
  readonly code: string;
  /** The operation that was called. */
  readonly operation: string | undefined;

  constructor(options: ServiceExceptionOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.$fault = options.$fault ?? faultOf(options.$metadata.httpStatusCode);
    this.$metadata = options.$metadata;
    if (options.$retryable !== undefined) this.$retryable = options.$retryable;
    this.code = options.code;
    this.operation = options.operation;
    Object.defineProperty(this, "$response", { value: options.$response, enumerable: false });
  }
}

function faultOf(status: number | undefined): "client" | "server" {
  return status !== undefined && status < 500 ? "client" : "server";
}
