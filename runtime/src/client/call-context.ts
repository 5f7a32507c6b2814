import type { LinkedSignal } from "../common/linked-signal.js";
import type { ResolvedClientConfig } from "../config/resolved-config.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import type { CallerStack } from "../errors/caller-stack.js";
import type { FailedAttempt } from "../retry/classify.js";
import type { Hooks } from "./hooks/hooks.js";
import type { ResponseMetadata } from "./metadata.js";
import type { TimeLimits } from "./time-limits.js";

/** How far a call has come. */
export type Progress = Required<Pick<ResponseMetadata, "attempts" | "totalRetryDelay">> &
  Pick<ResponseMetadata, "retryDecisions">;

/** What every step of one call works with. */
export interface CallContext {
  readonly service: ServiceDescriptor;
  readonly operation: OperationDescriptor;
  readonly config: ResolvedClientConfig;
  /** What was asked for, bound parameters included. */
  readonly input: object;
  /** The client's hooks, and the call's. */
  readonly hooks: readonly Hooks[];
  /** Ends the call: by the caller's signal, or when its time is up. Its reason is the error to throw. */
  readonly signal: LinkedSignal;
  readonly limits: TimeLimits;
  /** When the call's time is up, by the environment's clock. */
  readonly deadline: number;
  /** Bytes of the response's body. */
  readonly maxResponseSize: number;
  /** Whether what comes out of the call keeps the response. */
  readonly rawResponse: boolean;
  /** Whether what is not safe to repeat shall be repeated, too. */
  readonly retryUnsafeOperations: boolean;
  /** How far the call has come; kept for whatever it ends in. */
  readonly progress: Progress;
  readonly state: CallState;
}

/** What is known of a call while it is made, for the error that it may end in. */
export interface CallState {
  readonly caller: CallerStack;
  /** Whether there was an attempt: nobody may say then that nothing was sent. */
  sent: boolean;
  /** How the last attempt failed. */
  failed?: FailedAttempt;
}
