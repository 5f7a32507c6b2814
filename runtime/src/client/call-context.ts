import type { AbortSignalLike } from "../common/abort-signal.js";
import type { ResolvedClientConfig } from "../config/resolved-config.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import type { Hooks } from "./hooks/hooks.js";

/** What every step of one call works with. */
export interface CallContext {
  readonly service: ServiceDescriptor;
  readonly operation: OperationDescriptor;
  readonly config: ResolvedClientConfig;
  /** What was asked for, bound parameters included. */
  readonly input: object;
  /** The client's hooks, and the call's. */
  readonly hooks: readonly Hooks[];
  readonly signal: AbortSignalLike | undefined;
  /** Milliseconds for each attempt. */
  readonly requestTimeout: number;
  /** How far the call has come; kept for whatever it ends in. */
  readonly progress: { attempts: number; totalRetryDelay: number };
}
