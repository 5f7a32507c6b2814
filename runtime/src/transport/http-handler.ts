import type { HandlerAbortSignal } from "../common/abort-signal.js";

/** Query parameters; an array repeats the key, `null` leaves out the `=`. */
export type QueryParameterBag = Record<string, string | string[] | null>;

/** A request as Smithy's HTTP handlers take it: nothing in it needs parsing as a URL. */
export interface HttpRequest {
  method: string;
  /** With the colon, e.g. `https:`. */
  protocol: string;
  hostname: string;
  port?: number;
  /** Encoded, e.g. `/backend/my%20app`. */
  path: string;
  query: QueryParameterBag;
  headers: Record<string, string>;
  body?: unknown;
  username?: string;
  password?: string;
  fragment?: string;
}

/** A response as Smithy's HTTP handlers give it. */
export interface HttpResponse {
  statusCode: number;
  reason?: string;
  headers: Record<string, string>;
  /** Bytes, text, a `Blob`, a web stream or a Node stream. */
  body?: unknown;
}

/** What a handler is told with each request. */
export interface HttpHandlerOptions {
  abortSignal?: HandlerAbortSignal;
  /** Milliseconds until the handler gives up. */
  requestTimeout?: number;
  /** Milliseconds to set up a connection, instead of the handler's own; an addition of the runtime's, which others ignore. */
  connectionTimeout?: number;
  /**
   * Asks for a connection that has not been idle, because the request must not be repeated: a server may close an idle
   * connection at the very moment it is used again, and nobody can tell then what was executed. An addition of the
   * runtime's own, which other handlers ignore: give those connections that they close themselves soon, such as `undici`'s
   * `new Agent({ keepAliveTimeout: 100 })`.
   */
  freshConnection?: boolean;
}

/** Sends one request and answers with one response: Smithy's `HttpHandler`, as far as the runtime uses it. */
export interface HttpHandler {
  readonly metadata?: { handlerProtocol: string };
  /** Whether a signal may be any that has the methods of the platform's; an addition of the runtime's own. */
  readonly takesAnySignal?: boolean;
  /**
   * Sends a request once: repeating is the client's. What it fails with decides whether an operation that is not safe to
   * repeat is repeated; that takes the system's own error, such as `ECONNREFUSED` with `syscall: "connect"`.
   */
  handle(request: HttpRequest, options?: HttpHandlerOptions): Promise<{ response: HttpResponse }>;
  /** Closes what the handler holds open; clients call it when they are destroyed, whoever made the handler. */
  destroy?(): void;
  /** Changes a setting of a handler that has some. */
  updateHttpClientConfig?(key: string | symbol, value: unknown): void;
  /** The settings of a handler that has some. */
  httpHandlerConfigs?(): object;
}

/** The key under which clients give handlers their logger, as AWS's do; a handler that has one of its own keeps it. */
export const LOGGER_KEY = Symbol.for("logger");
