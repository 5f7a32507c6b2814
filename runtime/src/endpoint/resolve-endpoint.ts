import { ConfigurationError } from "../errors/configuration-error.js";
import type { Endpoint } from "./endpoint.js";
import { partitionOf } from "./partitions.js";

/** What decides where requests go. */
export interface EndpointParameters {
  /** First label of the service's host names. */
  readonly endpointPrefix: string;
  readonly region?: string | undefined;
  readonly useFips?: boolean | undefined;
  readonly useDualStack?: boolean | undefined;
  /** The endpoint that the user wants. */
  readonly endpoint?: Endpoint | undefined;
}

/**
 * Finds the endpoint by the rule that most AWS services share; the errors begin with the words of AWS's rule sets.
 *
 * @throws {@link ConfigurationError} where the parameters contradict each other
 * @see https://smithy.io/2.0/aws/aws-endpoints-region.html
 */
export function resolveEndpoint(parameters: EndpointParameters): Endpoint {
  const { endpoint, useFips = false, useDualStack = false, region } = parameters;
  if (endpoint !== undefined) return checkCustom(endpoint, useFips, useDualStack);
  if (region === undefined) throw new ConfigurationError("Invalid Configuration: Missing Region");
  const host = hostOf(parameters.endpointPrefix, region, useFips, useDualStack);
  return { protocol: "https:", hostname: host, path: "/" };
}

function checkCustom(endpoint: Endpoint, useFips: boolean, useDualStack: boolean): Endpoint {
  if (useFips)
    throw new ConfigurationError("Invalid Configuration: FIPS and custom endpoint are not supported");
  if (useDualStack) {
    throw new ConfigurationError("Invalid Configuration: Dualstack and custom endpoint are not supported");
  }
  return endpoint;
}

function hostOf(prefix: string, region: string, useFips: boolean, useDualStack: boolean): string {
  const { dnsSuffix, dualStackDnsSuffix } = partitionOf(region);
  const suffix = useDualStack ? dualStackDnsSuffix : dnsSuffix;
  return `${prefix}${useFips ? "-fips" : ""}.${region.toLowerCase()}.${suffix}`;
}
