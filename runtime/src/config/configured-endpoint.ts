import { lookUp } from "./look-up.js";
import { profileEndpoint } from "./profile-endpoint.js";
import { SETTINGS } from "./settings.js";
import type { SettingsSource } from "./settings-source.js";

/**
 * The endpoint that environment variables or shared files state for a service, or for all services.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export async function configuredEndpoint(
  source: SettingsSource,
  serviceId: string,
): Promise<string | undefined> {
  if (await lookUp(source, SETTINGS.ignoreConfiguredEndpointUrls)) return undefined;
  const words = serviceId.split(" ").join("_");
  return (
    source.variables[`AWS_ENDPOINT_URL_${words.toUpperCase()}`] ||
    source.variables["AWS_ENDPOINT_URL"] ||
    profileEndpoint(source, words.toLowerCase())
  );
}
