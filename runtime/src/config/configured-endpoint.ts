import { ConfigurationError } from "../errors/configuration-error.js";
import { lookUp } from "./setting.js";
import { IGNORE_ENDPOINT_URLS } from "./settings.js";
import { readProfile, type SettingsSource } from "./settings-source.js";

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
    (await endpointFromFiles(source, words.toLowerCase()))
  );
}

async function endpointFromFiles(source: SettingsSource, service: string): Promise<string | undefined> {
  const profile = await readProfile(source);
  const ofService = await endpointFromServicesSection(source, profile["services"], service);
  return ofService || profile["endpoint_url"] || undefined;
}

async function endpointFromServicesSection(
  source: SettingsSource,
  name: string | undefined,
  service: string,
): Promise<string | undefined> {
  if (!name) return undefined;
  const section = (await source.files()).config[`services.${name}`];
  if (section === undefined) {
    throw new ConfigurationError(
      `The profile ${JSON.stringify(source.profileName)} names the services section ${JSON.stringify(name)}, which is not in the config file.`,
    );
  }
  return section[`${service}.endpoint_url`];
}
