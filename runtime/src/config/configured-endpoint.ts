import { platform } from "#platform";
import { lookUp } from "./setting.js";
import { IGNORE_ENDPOINT_URLS } from "./settings.js";
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
  if (await lookUp(source, IGNORE_ENDPOINT_URLS)) return undefined;
  const words = serviceId.split(" ").join("_");
  return (
    source.variables[`AWS_ENDPOINT_URL_${words.toUpperCase()}`] ||
    source.variables["AWS_ENDPOINT_URL"] ||
    platform.profiles?.findEndpoint(source, words.toLowerCase())
  );
}
