import { type RegionChoice, readRegion } from "../endpoint/region.js";
import type { ClientConfig } from "./client-config.js";
import { provide, provideSwitch } from "./provide.js";
import { type ResolvedEndpoints, resolveEndpoints } from "./resolve-endpoints.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import type { Surroundings } from "./surroundings.js";

/** What decides where requests go. */
type ResolvedPlaces = Pick<ResolvedClientConfig, "region" | "useFipsEndpoint" | "useDualstackEndpoint"> &
  ResolvedEndpoints;

/** Fills in what decides where requests go. */
export function resolvePlaces(
  config: ClientConfig,
  surroundings: Surroundings | undefined,
  serviceId: string,
): ResolvedPlaces {
  const region = provide("region", config.region, async () => surroundings?.findRegion(), readRegion);
  const useFips = provideSwitch("useFipsEndpoint", config, surroundings);
  return {
    ...resolveEndpoints(config, surroundings, serviceId),
    region: async () => (await region()).region,
    useFipsEndpoint: async () => (await region().catch(noFips)).fips || useFips(),
    useDualstackEndpoint: provideSwitch("useDualstackEndpoint", config, surroundings),
  };
}

function noFips(): Pick<RegionChoice, "fips"> {
  return { fips: false };
}
