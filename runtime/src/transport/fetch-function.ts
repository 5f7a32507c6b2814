import type { AbortSignalLike } from "../common/abort-signal.js";

/** The platform's own `AbortSignal`, where its types are there. */
export type PlatformAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } }
  ? Signal
  : AbortSignalLike;

/** What a {@link FetchFunction} is told about the request. */
export interface FetchFunctionInit {
  method: string;
  headers: Record<string, string>;
  body?: ArrayBuffer;
  /** A signature is for one host. */
  redirect: "manual";
  signal?: PlatformAbortSignal;
}

/** What is asked of the `Response` that a {@link FetchFunction} answers with. */
export interface FetchFunctionResponse {
  readonly status: number;
  readonly statusText: string;
  readonly type: string;
  readonly headers: { forEach(callback: (value: string, name: string) => void): void };
  readonly body: unknown;
}

/** A `fetch`: the platform's, `undici`'s, or a function of the user's own around one. */
export type FetchFunction = (url: string, init: FetchFunctionInit) => Promise<FetchFunctionResponse>;
