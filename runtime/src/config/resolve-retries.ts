import { ConfigurationError } from "../errors/configuration-error.js";
import { defaultStrategy } from "../retry/default-strategy.js";
import { checkDelayOptions, type RetryDelayOptions } from "../retry/delay-options.js";
import type { ClientConfig } from "./client-config.js";
import { provide, provideChecked } from "./provide.js";
import { memoize, toProvider } from "./provider.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import type { Surroundings } from "./surroundings.js";

const DEFAULT_MAX_ATTEMPTS = 3;
const DEFAULT_RETRY_MODE = "standard";

/** Fills in what decides how often a call is tried. */
export function resolveRetries(
  config: ClientConfig,
  surroundings: Surroundings | undefined,
): Pick<
  ResolvedClientConfig,
  "maxAttempts" | "retryMode" | "retryStrategy" | "retryDelayOptions" | "retryUnsafeOperations"
> {
  const { retryUnsafeOperations = false } = config;
  checkOptIn(retryUnsafeOperations);
  const maxAttempts = provideChecked(
    "maxAttempts",
    config.maxAttempts,
    surroundings,
    DEFAULT_MAX_ATTEMPTS,
    checkMaxAttempts,
  );
  const retryMode = provide("retryMode", config.retryMode, surroundings, DEFAULT_RETRY_MODE);
  const retryStrategy = config.retryStrategy
    ? toProvider("retryStrategy", config.retryStrategy)
    : memoize(async () => defaultStrategy(await retryMode(), await maxAttempts()));
  return {
    maxAttempts,
    retryMode,
    retryStrategy,
    retryDelayOptions: delayOptionsOf(config),
    retryUnsafeOperations,
  };
}

/** Nobody opts in by mistake, e.g. with the text "false". @throws {@link ConfigurationError} */
export function checkOptIn(retryUnsafeOperations: unknown): void {
  if (typeof retryUnsafeOperations === "boolean") return;
  throw new ConfigurationError("retryUnsafeOperations must be true or false.");
}

function delayOptionsOf({ retryDelayOptions = {}, retryStrategy }: ClientConfig): RetryDelayOptions {
  const { base, customBackoff } = retryDelayOptions;
  checkDelayOptions(retryDelayOptions);
  if (retryStrategy === undefined || (base ?? customBackoff) === undefined) return { base, customBackoff };
  throw new ConfigurationError(
    "retryDelayOptions and retryStrategy exclude each other: a strategy says itself how long to wait.",
  );
}

function checkMaxAttempts(value: number): void {
  // None at all means one, as in AWS's clients: it is how some say that nothing shall be repeated.
  if (Number.isInteger(value) && value >= 0) return;
  throw new ConfigurationError(
    `maxAttempts must be a whole number, not ${typeof value === "string" ? JSON.stringify(value) : String(value)}.`,
  );
}
