import type { ClientError } from "../../errors/client-error.js";
import type { ServiceException } from "../../errors/service-exception.js";
import type { RetryReason } from "../../retry/retry-decision.js";
import type { QueryParameterBag } from "../../transport/http-handler.js";
import type { ResponseMetadata } from "../metadata.js";

/** A function of the user's own. Where it is async the call waits for it, but no longer than its `abortSignal` allows. */
export type Hook<Event> = (event: Event) => unknown;

/**
 * Functions that run at fixed points of every call, those of the client first, then those of the call. No event holds
 * credentials, or a header that is made from them: requests are signed when their hooks are done.
 *
 * @example
 * ```ts
 * new Client(service, { hooks: { onRetry: ({ operation, delay }) => console.log(operation, delay) } });
 * ```
 */
export interface Hooks {
  /**
   * Runs before each attempt is signed, and may add, change and remove headers of `request`. Those that decide where the
   * request goes, how it is signed or how its body is read are refused with a `ConfigurationError`, and so is any other
   * change. Where the hook fails the attempt is not made: the call ends in a `ConfigurationError` whose `cause` is what it threw.
   */
  readonly onRequest?: Hook<RequestHookEvent> | undefined;
  /** Runs when an attempt has been answered, with whatever status. What it throws is logged as a warning, no more. */
  readonly onResponse?: Hook<ResponseHookEvent> | undefined;
  /** Runs when an attempt has failed and another is due, before the wait. What it throws is logged as a warning, no more. */
  readonly onRetry?: Hook<RetryHookEvent> | undefined;
  /** Runs once when the call has failed, for whatever reason. What it throws is logged as a warning, no more. */
  readonly onError?: Hook<ErrorHookEvent> | undefined;
}

/** What {@link Hooks.onRequest} is told. */
export interface RequestHookEvent {
  /** E.g. `CloneBackend`. */
  readonly operation: string;
  /** From 1. */
  readonly attempt: number;
  /** A copy of the input as logs show it: bound parameters included, sensitive members blotted out. */
  readonly input: unknown;
  /** What is about to be signed and sent. */
  readonly request: HookRequest;
}

/** A request as {@link Hooks.onRequest} sees it: everything but the headers is there to be read only. */
export interface HookRequest {
  /** Upper case, e.g. `POST`. */
  readonly method: string;
  /** With the colon, e.g. `https:`. */
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  /** Encoded; holds what the input has for the route. Not printed where that is sensitive, nor is such a `query`. */
  readonly path: string;
  readonly query: Readonly<QueryParameterBag>;
  /**
   * Names in lower case, values in ASCII. What is here is signed, unless Signature Version 4 leaves it out, as it does
   * `user-agent` and `x-amzn-trace-id`. Headers that hold sensitive members are not here, and go out as they are.
   */
  headers: Record<string, string>;
  /** A copy of the body, sensitive members included; not printed, so that it stays out of logs. */
  readonly body?: Uint8Array | undefined;
}

/** What {@link Hooks.onResponse} is told. */
export interface ResponseHookEvent {
  /** E.g. `CloneBackend`. */
  readonly operation: string;
  /** From 1. */
  readonly attempt: number;
  /** The head of the response: its body is the result, or the error. */
  readonly response: {
    readonly statusCode: number;
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
  };
  /** Milliseconds from the signature to the last byte of the response. */
  readonly duration: number;
}

/** What {@link Hooks.onRetry} is told. */
export interface RetryHookEvent {
  /** E.g. `CloneBackend`. */
  readonly operation: string;
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  readonly error: CallError;
  /** Why it is repeated. */
  readonly reason: RetryReason;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** What {@link Hooks.onError} is told. */
export interface ErrorHookEvent {
  /** E.g. `CloneBackend`. */
  readonly operation: string;
  /** What the caller is about to get. */
  readonly error: CallError;
  /** The error's own: status, request id, number of attempts. */
  readonly $metadata: ResponseMetadata;
}

/** What a call or an attempt can end in. */
export type CallError = ClientError | ServiceException;
