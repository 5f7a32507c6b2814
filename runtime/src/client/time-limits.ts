import { readSignal } from "../common/abort-signal.js";
import { checkLimit } from "../common/check-limit.js";
import { LinkedSignal } from "../common/linked-signal.js";
import type { ResolvedClientConfig } from "../config/resolved-config.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { CallContext, CallState } from "./call-context.js";
import type { RequestOptions } from "./request-options.js";

/** How long a call and its parts may take, in milliseconds; 0 for no limit. */
export interface TimeLimits {
  readonly callTimeout: number;
  readonly requestTimeout: number;
  /** Where absent, it is the handler's. */
  readonly connectionTimeout: number | undefined;
}

/** What of a call's context is about time. */
type TimeContext = Pick<CallContext, "limits" | "signal" | "deadline">;

/** Starts the clock of a call; its signal has to be released. */
export function startClock(
  config: ResolvedClientConfig,
  options: RequestOptions,
  state: CallState,
): TimeContext {
  const callTimeout = options.callTimeout ?? config.callTimeout;
  // What is no number is refused when the call begins.
  const limit = Number.isFinite(callTimeout) ? callTimeout : 0;
  return {
    limits: {
      callTimeout,
      requestTimeout: options.requestTimeout ?? config.requestTimeout,
      connectionTimeout: options.connectionTimeout ?? undefined,
    },
    deadline: limit > 0 ? config.environment.now() + limit : Number.POSITIVE_INFINITY,
    // Last: it starts a timer that nobody would stop if anything failed after it.
    signal: new LinkedSignal(readSignal(options.abortSignal), limit, () => timedOut(limit, state)),
  };
}

/** @throws ConfigurationError where a limit is none */
export function checkLimits(limits: TimeLimits): void {
  for (const [name, limit] of Object.entries(limits)) if (limit !== undefined) checkLimit(name, limit);
}

function timedOut(limit: number, { failed }: CallState): TimeoutError {
  return new TimeoutError(`The call was not done within ${limit} ms.`, {
    phase: "call",
    limit,
    cause: failed?.error,
  });
}
