import type { Client } from "../client/client.js";
import type { AbortSignalLike } from "../common/abort-signal.js";

/** How long and how often to look. */
export interface WaiterConfiguration<ClientType extends Client = Client> {
  readonly client: ClientType;
  /** Most time to wait in all, in seconds. */
  readonly maxWaitTime: number;
  /** Least time between two calls, in seconds; the waiter's own where absent. */
  readonly minDelay?: number | undefined;
  /** Most time between two calls, in seconds; the waiter's own where absent. */
  readonly maxDelay?: number | undefined;
  /** Ends the waiting with an `AbortError`. */
  readonly abortSignal?: AbortSignalLike | undefined;
}
