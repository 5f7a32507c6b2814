import type { ResponseMetadata } from "../client/metadata.js";

/**
 * What the channels `tracing:tinsmith:call:*` of `node:diagnostics_channel` tell of a call. One object goes through all
 * events of the call; members that may be absent are set before `asyncStart`. It holds no credentials.
 *
 * @see https://nodejs.org/api/diagnostics_channel.html#tracingchannel-channels
 * @example
 * ```ts
 * import { tracingChannel } from "node:diagnostics_channel";
 *
 * tracingChannel<object, CallDiagnostics>("tinsmith:call").asyncEnd.subscribe((event) => {
 *   const { operation, duration } = event as CallDiagnostics;
 *   console.log(operation, duration);
 * });
 * ```
 */
export interface CallDiagnostics {
  /** The service by the name that AWS's SDKs have for it, e.g. `AmplifyBackend`. */
  readonly service: string;
  /** E.g. `CloneBackend`. */
  readonly operation: string;
  /** A copy of the input as logs show it: bound parameters included, sensitive members blotted out. */
  readonly input: unknown;
  /** Milliseconds, with all attempts and waits. */
  duration?: number;
  /** Of the result, or of the error: status, request id, number of attempts. */
  $metadata?: ResponseMetadata;
  /** What the caller is about to get instead of a result; narrow it by `name`. */
  error?: unknown;
}

/**
 * What the channels `tracing:tinsmith:attempt:*` of `node:diagnostics_channel` tell of one attempt of a call. One object goes
 * through all events of the attempt; members that may be absent are set before `asyncStart`. It holds no credentials.
 */
export interface AttemptDiagnostics {
  /** The call that makes the attempt: the very object of that call's own events. */
  readonly call: CallDiagnostics;
  /** From 1. */
  readonly attempt: number;
  /** Where the request goes. Its path, headers and body are left out: they may hold secrets. */
  readonly request: {
    /** Upper case, e.g. `POST`. */
    readonly method: string;
    /** With the colon, e.g. `https:`. */
    readonly protocol: string;
    readonly hostname: string;
    readonly port?: number | undefined;
  };
  /** Milliseconds, from the hook `onRequest` to the last byte of the response. */
  duration?: number;
  /** Of this attempt's response, absent where none came. */
  $metadata?: ResponseMetadata;
  /** What the attempt failed with, whether or not another follows. */
  error?: unknown;
}
