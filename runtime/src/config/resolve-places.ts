import { knownAnswer, withAnswer } from "../common/provider.js";
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
  const knownRegion = () => knownAnswer(region)?.value;
  return {
    ...resolveEndpoints(config, surroundings, serviceId),
    region: withAnswer(
      async () => (await region()).region,
      () => {
        const choice = knownRegion();
        return choice && { value: choice.region };
      },
    ),
    useFipsEndpoint: withAnswer(
      async () => (await region().catch(noFips)).fips || useFips(),
      () => {
        const choice = knownRegion();
        return choice?.fips ? { value: true } : choice && knownAnswer(useFips);
      },
    ),
    useDualstackEndpoint: provideSwitch("useDualstackEndpoint", config, surroundings),
  };
}

function noFips(): Pick<RegionChoice, "fips"> {
  return { fips: false };
}
