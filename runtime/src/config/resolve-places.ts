import { platform } from "#platform";
import type { Provider } from "../common/provider.js";
import { type RegionChoice, readRegion } from "../endpoint/region.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ClientConfig } from "./client-config.js";
import { provideSwitch } from "./provide.js";
import { memoize, toProvider } from "./provider.js";
import { type ResolvedEndpoints, resolveEndpoints } from "./resolve-endpoints.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import { lookUp } from "./setting.js";
import { REGION, USE_DUAL_STACK, USE_FIPS } from "./settings.js";
import type { SettingsSource } from "./settings-source.js";

/** What decides where requests go. */
type ResolvedPlaces = Pick<ResolvedClientConfig, "region" | "useFipsEndpoint" | "useDualstackEndpoint"> &
  ResolvedEndpoints;

/** Fills in what decides where requests go. */
export function resolvePlaces(
  config: ClientConfig,
  source: SettingsSource,
  serviceId: string,
): ResolvedPlaces {
  const region = regionProvider(config, source);
  const useFips = provideSwitch("useFipsEndpoint", config.useFipsEndpoint, source, USE_FIPS);
  return {
    ...resolveEndpoints(config, source, serviceId),
    region: async () => (await region()).region,
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
    configured === undefined ? memoize(() => findRegion(source)) : toProvider("region", configured);
  return async () => readRegion(await provider());
}

async function findRegion(source: SettingsSource): Promise<string> {
  const region = (await lookUp(source, REGION)) ?? (await platform.findRegion?.(source.variables));
  // An error, which is not kept: the machine may know its region a minute later.
  if (region === undefined) throw new ConfigurationError(missingRegion(source));
  return region;
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
