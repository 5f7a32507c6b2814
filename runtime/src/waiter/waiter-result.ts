/** How a waiter ended. */
export type WaiterState = "ABORTED" | "FAILURE" | "SUCCESS" | "TIMEOUT";

/** What a waiter found. */
export interface WaiterResult<Reason = unknown> {
  readonly state: WaiterState;
  /** The result, or the error, that decided. */
  readonly reason?: Reason | undefined;
}
