import { knownAnswer, withAnswer } from "../common/provider.js";
import { type RegionChoice, readRegion } from "../endpoint/region.js";
import type { ClientConfig } from "./client-config.js";
import { provide, provideSwitch } from "./provide.js";
import { memoize } from "./provider.js";
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
  const find = memoize(async () => surroundings?.findRegion());
  const regionAs = <Part extends keyof RegionChoice>(part: Part) =>
    provide("region", config.region, find, (region) => readRegion(region)[part]);
  const isFipsRegion = regionAs("fips");
  const useFips = provideSwitch("useFipsEndpoint", config, surroundings);
  return {
    ...resolveEndpoints(config, surroundings, serviceId),
    region: regionAs("region"),
    useFipsEndpoint: withAnswer(
      async () => (await isFipsRegion().catch(() => false)) || useFips(),
      () => {
        const known = knownAnswer(isFipsRegion);
        return known?.value === false ? knownAnswer(useFips) : known;
      },
    ),
    useDualstackEndpoint: provideSwitch("useDualstackEndpoint", config, surroundings),
  };
}
