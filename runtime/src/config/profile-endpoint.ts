import { ConfigurationError } from "../errors/configuration-error.js";
import { readProfile } from "./read-profile.js";
import type { SettingsSource } from "./settings-source.js";

/** The endpoint that the profile that applies states for a service, or for all services. */
export async function profileEndpoint(source: SettingsSource, service: string): Promise<string | undefined> {
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
