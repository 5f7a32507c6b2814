import type { Provider } from "../common/provider.js";
import type { Endpoint } from "../endpoint/endpoint.js";
import { parseEndpoint } from "../endpoint/parse-endpoint.js";
import { type RegionChoice, readRegion } from "../endpoint/region.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ClientConfig } from "./client-config.js";
import { configuredEndpoint } from "./configured-endpoint.js";
import { provideSwitch } from "./provide.js";
import { memoize, toProvider } from "./provider.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import { lookUp } from "./setting.js";
import { REGION, USE_DUAL_STACK, USE_FIPS } from "./settings.js";
import type { SettingsSource } from "./settings-source.js";

/** Fills in what decides where requests go. */
export function resolvePlaces(
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
