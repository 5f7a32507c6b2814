import type { Provider } from "../common/provider.js";
import type { Endpoint } from "../endpoint/endpoint.js";
import { parseEndpoint } from "../endpoint/parse-endpoint.js";
import type { ClientConfig } from "./client-config.js";
import { memoize, toProvider } from "./provider.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import type { Surroundings } from "./surroundings.js";

/** The endpoints that are said anywhere. */
export type ResolvedEndpoints = Pick<
  ResolvedClientConfig,
  "endpoint" | "isCustomEndpoint" | "configuredEndpoint" | "ignoreConfiguredEndpointUrls"
>;

/** Fills in the endpoints that are said anywhere; none of them is looked at yet. */
export function resolveEndpoints(
  config: ClientConfig,
  surroundings: Surroundings | undefined,
  serviceId: string,
): ResolvedEndpoints {
  const endpoint = endpointProvider(config);
  const ignored = config.ignoreConfiguredEndpointUrls ?? false;
  return {
    endpoint,
    isCustomEndpoint: endpoint !== undefined,
    configuredEndpoint: memoize(async () => {
      const configured = ignored ? undefined : await surroundings?.findEndpoint(serviceId);
      return configured === undefined ? undefined : parseEndpoint(configured);
    }),
    ignoreConfiguredEndpointUrls: ignored,
  };
}

function endpointProvider({ endpoint }: ClientConfig): Provider<Endpoint> | undefined {
  // As in AWS's clients: empty text is what code passes on where nobody has set an endpoint.
  if (endpoint == null || endpoint === "") return undefined;
  if (typeof endpoint !== "function") return memoize(async () => parseEndpoint(endpoint));
  const provider = toProvider("endpoint", endpoint);
  return async () => parseEndpoint(await provider());
}
