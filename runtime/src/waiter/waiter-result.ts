/** How a waiter ended. */
export type WaiterState = "ABORTED" | "FAILURE" | "SUCCESS" | "TIMEOUT";

/** How the waiting ended, and what decided it. */
export interface WaiterResult<Reason = unknown> {
  readonly state: WaiterState;
  /** The result, or the error, that decided. */
  readonly reason?: Reason | undefined;
  /** The same as `reason`, by its newer name in AWS's SDK. */
  readonly final?: Reason | undefined;
  /** How often each kind of answer came, by status and words, e.g. `{ "200: OK": 3 }`. */
  readonly observedResponses?: Readonly<Record<string, number>> | undefined;
}
