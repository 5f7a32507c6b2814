import { openSurroundings, runtime } from "#platform";
import { readParams } from "../client/bind-params.js";
import { readHooks } from "../client/hooks/read-hooks.js";
import { checkLimit } from "../common/check-limit.js";
import { readLogger } from "../common/logger.js";
import { hide } from "../common/printing.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import type { ClientConfig } from "./client-config.js";
import { defaultEnvironment } from "./default-environment.js";
import { readConfig } from "./read-config.js";
import { credentialsReader } from "./resolve-credentials.js";
import { resolveDefaultsMode } from "./resolve-defaults-mode.js";
import { resolveHandler } from "./resolve-handler.js";
import { resolvePlaces } from "./resolve-places.js";
import { resolveRetries } from "./resolve-retries.js";
import { resolveSigning } from "./resolve-signing.js";
import { resolveUserAgent } from "./resolve-user-agent.js";
import { resolveValidation } from "./resolve-validation.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import { resolveResponses } from "./response-options.js";

/** Milliseconds that a call, and an attempt, may take where nothing else is said. */
const DEFAULT_TIMEOUTS = { call: 300_000, request: 60_000 };

/** Fills in a configuration. Nothing is looked up yet: whatever takes time happens when a call needs it. */
export function resolveConfig(service: ServiceDescriptor, given: ClientConfig): ResolvedClientConfig {
  const config = readConfig(given);
  const environment = { ...defaultEnvironment, ...config.environment };
  // Printing a client must not print environment variables: they may hold secrets.
  hide(environment, "variables", environment.variables);
  const surroundings = openSurroundings(environment.variables, config.profile);
  const logger = readLogger(config.logger);
  const serviceId = config.serviceId ?? service.sdkId;
  const places = resolvePlaces(config, surroundings, serviceId);
  const defaultsMode = resolveDefaultsMode(config, surroundings, places.region);
  const readCredentials = credentialsReader(config, surroundings, logger, () => resolved);
  let credentials = readCredentials(config.credentials);
  const resolved: ResolvedClientConfig = {
    serviceId,
    apiVersion: config.apiVersion ?? service.version,
    tls: config.tls ?? true,
    disableHostPrefix: config.disableHostPrefix ?? false,
    profile: config.profile,
    get credentials() {
      return credentials;
    },
    set credentials(value) {
      credentials = readCredentials(value);
    },
    runtime: runtime,
    ...places,
    defaultsMode,
    ...resolveRetries(config, surroundings, environment),
    requestHandler: resolveHandler(config, {
      variables: environment.variables,
      defaultsMode,
    }),
    callTimeout: checkLimit("callTimeout", config.callTimeout ?? DEFAULT_TIMEOUTS.call),
    requestTimeout: checkLimit("requestTimeout", config.requestTimeout ?? DEFAULT_TIMEOUTS.request),
    ...resolveResponses(config),
    logger,
    params: readParams(config.params),
    hooks: readHooks(config.hooks),
    ...resolveUserAgent(service, config, surroundings, logger),
    ...resolveSigning(config, surroundings),
    validation: resolveValidation(config),
    environment,
  };
  return resolved;
}
