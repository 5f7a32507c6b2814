import type { Client } from "../client/client.js";
import type { RequestOptions } from "../client/request-options.js";
import type { AbortSignalLike, FormerAbortSignal } from "../common/abort-signal.js";

/** How long a waiter waits, and how often it calls. */
export interface WaiterConfiguration<ClientType extends Client = Client> {
  readonly client: ClientType;
  /** Most time to wait in all, in seconds. */
  readonly maxWaitTime: number;
  /** Least time between two calls, in seconds; the waiter's own where absent. */
  readonly minDelay?: number | undefined;
  /** Most time between two calls, in seconds; the waiter's own where absent. */
  readonly maxDelay?: number | undefined;
  /** Ends the waiting with an `AbortError`. */
  readonly abortSignal?: AbortSignalLike | FormerAbortSignal | undefined;
  /**
   * Ends the waiting where `abortSignal` is absent.
   *
   * @deprecated Pass its `signal` as `abortSignal`.
   */
  readonly abortController?: { readonly signal: AbortSignalLike | FormerAbortSignal } | undefined;
}

/** What can be said about each of the calls that a waiter makes; `abortSignal` ends the waiting as a whole. */
export type WaiterRequestOptions = Omit<RequestOptions, "abortSignal">;
