import type { Provider } from "../common/provider.js";
import { type RegionChoice, readRegion } from "../endpoint/region.js";
import type { ClientConfig } from "./client-config.js";
import { provideSwitch } from "./provide.js";
import { memoize, toProvider } from "./provider.js";
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
  const region = regionProvider(config, surroundings);
  const useFips = provideSwitch("useFipsEndpoint", config, surroundings);
  return {
    ...resolveEndpoints(config, surroundings, serviceId),
    region: async () => (await region()).region,
    useFipsEndpoint: async () => (await region().catch(noFips)).fips || useFips(),
    useDualstackEndpoint: provideSwitch("useDualstackEndpoint", config, surroundings),
  };
}

function regionProvider(
  { region }: ClientConfig,
  surroundings: Surroundings | undefined,
): Provider<RegionChoice> {
  const provider =
    region === undefined ? async () => surroundings?.findRegion() : toProvider("region", region);
  const read = async (): Promise<RegionChoice> => readRegion(await provider());
  // Only a function may say something else the next time.
  return typeof region === "function" ? read : memoize(read);
}

function noFips(): Pick<RegionChoice, "fips"> {
  return { fips: false };
}
