import type { AbortSignalLike, FormerAbortSignal } from "../common/abort-signal.js";
import type { Hooks } from "./hooks/hooks.js";

/** What can be said about a single call. */
export interface RequestOptions {
  /** Ends the call with an `AbortError`, in whatever phase it is. */
  abortSignal?: AbortSignalLike | FormerAbortSignal | undefined;
  /** Milliseconds that one attempt may take, its response's body included, 0 for no limit; overrides the client's. */
  requestTimeout?: number | undefined;
  /** Functions that run at fixed points of the call, after the client's own. */
  hooks?: Hooks | undefined;
}
