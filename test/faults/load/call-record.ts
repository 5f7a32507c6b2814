import type { PlannedCall } from "../plan/plan-calls.js";

/** What a program has to show for a result. */
export interface CallResult {
  readonly $metadata: { readonly requestId?: string | undefined; readonly attempts?: number | undefined };
  readonly AppId?: unknown;
}

/** A call that was made, and how it ended. */
export interface CallRecord {
  readonly plan: PlannedCall;
  /** Which attempts' requests were made ready to be sent: the ids that they went out with. */
  readonly invocationIds: Set<string>;
  /** How often it came to an end. */
  settled: number;
  result?: CallResult;
  error?: unknown;
}

/** A record of a call that has not begun. */
export const openRecord = (plan: PlannedCall): CallRecord => ({ plan, invocationIds: new Set(), settled: 0 });
