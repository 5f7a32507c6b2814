import type { AbortSignalLike } from "../common/abort-signal.js";
import type { ResolvedClientConfig } from "../config/resolved-config.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import type { ServiceDescriptor } from "../descriptors/service.js";

/** What every step of one call works with. */
export interface CallContext {
  readonly service: ServiceDescriptor;
  readonly operation: OperationDescriptor;
  readonly config: ResolvedClientConfig;
  readonly signal: AbortSignalLike | undefined;
  /** Milliseconds for each attempt. */
  readonly requestTimeout: number;
  /** How far the call has come; kept for whatever it ends in. */
  readonly progress: { attempts: number; totalRetryDelay: number };
}
