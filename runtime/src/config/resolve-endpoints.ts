import { parseEndpoint } from "../endpoint/parse-endpoint.js";
import type { ClientConfig } from "./client-config.js";
import { memoize, toProvider } from "./provider.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import type { Surroundings } from "./surroundings.js";

/** The endpoints that are configured anywhere. */
export type ResolvedEndpoints = Pick<
  ResolvedClientConfig,
  "endpoint" | "isCustomEndpoint" | "configuredEndpoint" | "ignoreConfiguredEndpointUrls"
>;

/** Fills in the endpoints that are configured anywhere; none of them is read yet. */
export function resolveEndpoints(
  config: ClientConfig,
  surroundings: Surroundings | undefined,
  serviceId: string,
): ResolvedEndpoints {
  // As in AWS's clients: empty text is what code passes on where nobody has set an endpoint.
  const given = config.endpoint === "" ? undefined : config.endpoint;
  const ignored = config.ignoreConfiguredEndpointUrls ?? false;
  return {
    endpoint: given === undefined ? undefined : toProvider("endpoint", given, parseEndpoint),
    isCustomEndpoint: given !== undefined,
    configuredEndpoint: memoize(async () => {
      const configured = ignored ? undefined : await surroundings?.findEndpoint(serviceId);
      return configured === undefined ? undefined : parseEndpoint(configured);
    }),
    ignoreConfiguredEndpointUrls: ignored,
  };
}
