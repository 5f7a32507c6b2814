import type { AbortSignalLike } from "../common/abort-signal.js";

/** What can be said about a single call. */
export interface RequestOptions {
  /** Ends the call with an `AbortError`, in whatever phase it is. */
  readonly abortSignal?: AbortSignalLike | undefined;
  /** Milliseconds that one attempt may take, its response's body included, 0 for no limit; overrides the client's. */
  readonly requestTimeout?: number | undefined;
}
