import { platform } from "#platform";
import { silentLogger } from "../common/logger.js";
import type { Provider } from "../common/provider.js";
import { defaultIdentity } from "../credentials/default-identity.js";
import { memoizeIdentity } from "../credentials/memoize-identity.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import type { Endpoint } from "../endpoint/endpoint.js";
import { parseEndpoint } from "../endpoint/parse-endpoint.js";
import { type RegionChoice, readRegion } from "../endpoint/region.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { defaultStrategy } from "../retry/default-strategy.js";
import type { HttpHandler } from "../transport/http-handler.js";
import type { ValidationMode, ValidationOptions } from "../validation/mode.js";
import type { ClientConfig } from "./client-config.js";
import { configuredEndpoint } from "./configured-endpoint.js";
import { defaultEnvironment } from "./default-environment.js";
import { memoize, toProvider } from "./provider.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import { lookUp, type Setting } from "./setting.js";
import { MAX_ATTEMPTS, REGION, RETRY_MODE, USE_DUAL_STACK, USE_FIPS } from "./settings.js";
import { type SettingsSource, settingsSource } from "./settings-source.js";
import { readCustomUserAgent } from "./user-agent.js";

const DEFAULT_MAX_ATTEMPTS = 3;
const DEFAULT_RETRY_MODE = "standard";

/** Milliseconds that an attempt may take where nothing else is said. */
const DEFAULT_REQUEST_TIMEOUT = 60_000;

/** Fills in a configuration. Nothing is looked up yet: whatever takes time happens when a call needs it. */
export function resolveConfig(service: ServiceDescriptor, config: ClientConfig): ResolvedClientConfig {
  const environment = { ...defaultEnvironment, ...config.environment };
  const source = settingsSource(environment.variables, config.profile);
  return {
    serviceId: service.sdkId,
    apiVersion: service.version,
    profile: config.profile,
    credentials: memoizeIdentity(credentialsSource(config, source), environment.now),
    ...placesOf(config, source, service.sdkId),
    ...retriesOf(config, source),
    requestHandler: handlerOf(config.requestHandler),
    requestTimeout: config.requestTimeout ?? DEFAULT_REQUEST_TIMEOUT,
    logger: config.logger ?? silentLogger,
    customUserAgent: readCustomUserAgent(config.customUserAgent),
    systemClockOffset: config.systemClockOffset ?? 0,
    disableClockSkewCorrection: config.disableClockSkewCorrection ?? false,
    validation: {
      input: readMode("input", config.validation?.input ?? "strict"),
      output: readMode("output", config.validation?.output ?? "off"),
    },
    environment,
  };
}

/** What decides where requests go. */
function placesOf(
  config: ClientConfig,
  source: SettingsSource,
  serviceId: string,
): Pick<ResolvedClientConfig, "region" | "endpoint" | "useFipsEndpoint" | "useDualstackEndpoint"> {
  const region = regionProvider(config, source);
  const useFips = provideSwitch("useFipsEndpoint", config.useFipsEndpoint, source, USE_FIPS);
  return {
    region: async () => (await region()).region,
    endpoint: endpointProvider(config, source, serviceId),
    useFipsEndpoint: async () => (await region().catch(noFips)).fips || useFips(),
    useDualstackEndpoint: provideSwitch(
      "useDualstackEndpoint",
      config.useDualstackEndpoint,
      source,
      USE_DUAL_STACK,
    ),
  };
}

/** What decides how often a call is tried. */
function retriesOf(
  config: ClientConfig,
  source: SettingsSource,
): Pick<ResolvedClientConfig, "maxAttempts" | "retryMode" | "retryStrategy"> {
  const maxAttempts = checked(
    provide("maxAttempts", config.maxAttempts, source, MAX_ATTEMPTS, DEFAULT_MAX_ATTEMPTS),
    checkMaxAttempts,
  );
  const retryMode = provide("retryMode", config.retryMode, source, RETRY_MODE, DEFAULT_RETRY_MODE);
  const retryStrategy = config.retryStrategy
    ? toProvider("retryStrategy", config.retryStrategy)
    : memoize(async () => defaultStrategy(await retryMode(), await maxAttempts()));
  return { maxAttempts, retryMode, retryStrategy };
}

/** Types forbid any other word, but one that is misspelt must not switch validation off. */
function readMode(side: keyof ValidationOptions, mode: ValidationMode): ValidationMode {
  if (mode === "strict" || mode === "warn" || mode === "off") return mode;
  throw new ConfigurationError(`validation.${side} must be "strict", "warn" or "off".`);
}

/** What the code says, else what its surroundings say, else the default. */
function provide<Value>(
  key: string,
  configured: Value | Provider<Value> | undefined,
  source: SettingsSource,
  setting: Setting<Value>,
  fallback: Value,
): Provider<Value> {
  if (configured !== undefined) return toProvider(key, configured);
  return memoize(async () => (await lookUp(source, setting)) ?? fallback);
}

function provideSwitch(
  key: string,
  configured: boolean | Provider<boolean> | undefined,
  source: SettingsSource,
  setting: Setting<boolean>,
): Provider<boolean> {
  return checked(provide(key, configured, source, setting, false), (value) => {
    // Text such as "false" would switch on what it wants off.
    if (typeof value !== "boolean") throw new ConfigurationError(`${key} must be true or false.`);
  });
}

function regionProvider(config: ClientConfig, source: SettingsSource): Provider<RegionChoice> {
  const configured = config.region;
  const provider =
    configured === undefined ? memoize(() => lookUp(source, REGION)) : toProvider("region", configured);
  return async () => {
    const region = await provider();
    if (region === undefined) throw new ConfigurationError(missingRegion(source));
    return readRegion(region);
  };
}

function missingRegion({ profileName, variables }: SettingsSource): string {
  const hint = variables["AWS_DEFAULT_REGION"]
    ? " AWS_DEFAULT_REGION is set, but AWS's JavaScript clients do not read it."
    : "";
  return `The region is missing. Pass \`region\` to the client, set AWS_REGION, or set region in profile ${JSON.stringify(profileName)}.${hint}`;
}

function noFips(): Pick<RegionChoice, "fips"> {
  return { fips: false };
}

function credentialsSource({ credentials }: ClientConfig, source: SettingsSource): () => unknown {
  if (credentials === undefined) return () => defaultIdentity(source);
  return typeof credentials === "function" ? credentials : () => credentials;
}

function endpointProvider(
  { endpoint }: ClientConfig,
  source: SettingsSource,
  serviceId: string,
): Provider<Endpoint | undefined> {
  if (endpoint === undefined) {
    return memoize(async () => {
      const configured = await configuredEndpoint(source, serviceId);
      return configured === undefined ? undefined : parseEndpoint(configured);
    });
  }
  if (typeof endpoint !== "function") return memoize(async () => parseEndpoint(endpoint));
  const provider = toProvider("endpoint", endpoint);
  return async () => parseEndpoint(await provider());
}

function handlerOf(configured: ClientConfig["requestHandler"]): HttpHandler {
  if (configured === undefined) return platform.createHttpHandler({});
  // Types forbid it, but what is neither would be taken for settings that say nothing.
  if (typeof configured !== "object" || configured === null) {
    throw new ConfigurationError("requestHandler is neither an HTTP handler nor settings of one.");
  }
  return "handle" in configured ? configured : platform.createHttpHandler(configured);
}

function checked<Value>(provider: Provider<Value>, check: (value: Value) => void): Provider<Value> {
  return async () => {
    const value = await provider();
    check(value);
    return value;
  };
}

function checkMaxAttempts(value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new ConfigurationError(`maxAttempts must be a whole number of at least 1, not ${String(value)}.`);
}
