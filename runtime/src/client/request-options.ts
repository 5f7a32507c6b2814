import type { AbortSignalLike, FormerAbortSignal } from "../common/abort-signal.js";
import type { ClientConfig } from "../config/client-config.js";
import type { ResponseOptions } from "../config/response-options.js";
import type { Hooks } from "./hooks/hooks.js";

/** What can be said about a single call. */
export interface RequestOptions extends ResponseOptions {
  /** Ends the call with an `AbortError`, in whatever phase it is. */
  abortSignal?: AbortSignalLike | FormerAbortSignal | undefined;
  /**
   * Milliseconds that the call may take as a whole: all attempts, the waits between them, credentials and hooks; 0 for no
   * limit. Ends it in a `TimeoutError` with phase `call`, whatever the limits below allow. Overrides the client's.
   */
  callTimeout?: number | undefined;
  /** Milliseconds that one attempt may take, its response's body included, 0 for no limit; overrides the client's. */
  requestTimeout?: number | undefined;
  /**
   * Milliseconds to set up a connection, 0 for no limit; overrides that of the default handler on Node. Handlers of other
   * kinds ignore it.
   */
  connectionTimeout?: number | undefined;
  /** Repeats what may do harm if it is executed twice, see {@link ClientConfig.retryUnsafeOperations}; overrides the client's. */
  retryUnsafeOperations?: boolean | undefined;
  /** Functions that run at fixed points of the call, after the client's own. */
  hooks?: Hooks | undefined;
}
