import { readParams } from "../client/bind-params.js";
import { readHooks } from "../client/hooks/read-hooks.js";
import { readLogger } from "../common/logger.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import type { ClientConfig } from "./client-config.js";
import { defaultEnvironment } from "./default-environment.js";
import { provideSwitch } from "./provide.js";
import { resolveCredentials } from "./resolve-credentials.js";
import { resolveHandler } from "./resolve-handler.js";
import { resolvePlaces } from "./resolve-places.js";
import { resolveRetries } from "./resolve-retries.js";
import { resolveValidation } from "./resolve-validation.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import { DISABLE_CLOCK_SKEW_CORRECTION } from "./settings.js";
import { settingsSource } from "./settings-source.js";
import { readCustomUserAgent } from "./user-agent.js";

/** Milliseconds that an attempt may take where nothing else is said. */
const DEFAULT_REQUEST_TIMEOUT = 60_000;

/** Fills in a configuration. Nothing is looked up yet: whatever takes time happens when a call needs it. */
export function resolveConfig(service: ServiceDescriptor, config: ClientConfig): ResolvedClientConfig {
  const environment = { ...defaultEnvironment, ...config.environment };
  const source = settingsSource(environment.variables, config.profile);
  const logger = readLogger(config.logger);
  const resolved: ResolvedClientConfig = {
    serviceId: service.sdkId,
    apiVersion: service.version,
    profile: config.profile,
    credentials: resolveCredentials(config, source, logger, () => resolved),
    ...resolvePlaces(config, source, service.sdkId),
    ...resolveRetries(config, source),
    requestHandler: resolveHandler(config),
    requestTimeout: config.requestTimeout ?? DEFAULT_REQUEST_TIMEOUT,
    logger,
    params: readParams(config.params),
    hooks: readHooks(config.hooks),
    customUserAgent: readCustomUserAgent(config.customUserAgent),
    systemClockOffset: config.systemClockOffset ?? 0,
    disableClockSkewCorrection: provideSwitch(
      "disableClockSkewCorrection",
      config.disableClockSkewCorrection,
      source,
      DISABLE_CLOCK_SKEW_CORRECTION,
    ),
    validation: resolveValidation(config),
    environment,
  };
  return resolved;
}
