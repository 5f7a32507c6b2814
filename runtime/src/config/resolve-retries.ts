import { check, checkSwitch } from "../common/check.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { defaultStrategy } from "../retry/default-strategy.js";
import { checkDelayOptions, delayFunction, type RetryDelayOptions } from "../retry/delay-options.js";
import type { ClientConfig } from "./client-config.js";
import type { Environment } from "./environment.js";
import { provide, provideSetting } from "./provide.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import type { Surroundings } from "./surroundings.js";

const DEFAULT_MAX_ATTEMPTS = 3;

/** Fills in what decides how often a call is tried. */
export function resolveRetries(
  config: ClientConfig,
  surroundings: Surroundings | undefined,
  environment: Environment,
): Pick<
  ResolvedClientConfig,
  "maxAttempts" | "retryMode" | "retryStrategy" | "retryDelayOptions" | "retryUnsafeOperations"
> {
  const maxAttempts = provideSetting(
    "maxAttempts",
    config,
    surroundings,
    DEFAULT_MAX_ATTEMPTS,
    readMaxAttempts,
  );
  const retryMode = provideSetting("retryMode", config, surroundings, "standard", asIs);
  const retryDelayOptions = delayOptionsOf(config);
  const delayBefore = delayFunction(retryDelayOptions, () => environment.random());
  const makeStrategy = async () => defaultStrategy(await retryMode(), await maxAttempts(), delayBefore);
  return {
    maxAttempts,
    retryMode,
    retryStrategy: provide("retryStrategy", config.retryStrategy || undefined, makeStrategy, asIs),
    retryDelayOptions,
    // Nobody opts in by mistake, e.g. with the text "false".
    retryUnsafeOperations: checkSwitch("retryUnsafeOperations", config.retryUnsafeOperations ?? false),
  };
}

function asIs<Value>(value: Value): Value {
  return value;
}

function delayOptionsOf({ retryDelayOptions = {}, retryStrategy }: ClientConfig): RetryDelayOptions {
  const { base, customBackoff } = retryDelayOptions;
  checkDelayOptions(retryDelayOptions);
  if (retryStrategy === undefined || (base ?? customBackoff) === undefined) return { base, customBackoff };
  throw new ConfigurationError(
    "retryDelayOptions and retryStrategy exclude each other: a strategy says itself how long to wait.",
  );
}

function readMaxAttempts(value: unknown): number {
  // None at all means one, as in AWS's clients: it is how some say that nothing shall be repeated.
  const found = typeof value === "string" ? JSON.stringify(value) : String(value);
  check(Number.isInteger(value) && Number(value) >= 0, "maxAttempts", `a whole number, not ${found}`);
  return value as number;
}
