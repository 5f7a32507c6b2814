import { credentialChain } from "../credentials/credential-chain.js";
import { defaultIdentityProvider } from "../credentials/default-identity.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { instanceRegion } from "../platform/instance-region.js";
import { configuredEndpoint } from "./configured-endpoint.js";
import { lookUp } from "./look-up.js";
import { SETTINGS } from "./settings.js";
import { type SettingsSource, settingsSource } from "./settings-source.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Environment variables and AWS's shared files; nothing is looked at yet.
 *
 * @param profile - what the client's configuration says
 */
export function openSurroundings(
  variables: SettingsSource["variables"],
  profile: string | undefined,
): Surroundings {
  const source = settingsSource(variables, profile);
  return {
    get executionEnvironment() {
      return variables["AWS_EXECUTION_ENV"];
    },
    lookUp: (name) => lookUp(source, SETTINGS[name]),
    findRegion: () => findRegion(source),
    regionOfExecution: async () => regionOfExecution(variables) ?? instanceRegion(variables),
    findEndpoint: (serviceId) => configuredEndpoint(source, serviceId),
    identityProvider: (logger) => defaultIdentityProvider(source, logger, credentialChain(source, logger)),
  };
}

async function findRegion(source: SettingsSource): Promise<string> {
  const region = (await lookUp(source, SETTINGS.region)) ?? (await instanceRegion(source.variables));
  // An error, which is not kept: the machine may know its region a minute later.
  if (region === undefined) throw new ConfigurationError(missingRegion(source));
  return region;
}

function missingRegion({ profileName, variables }: SettingsSource): string {
  const hint = variables["AWS_DEFAULT_REGION"]
    ? " AWS_DEFAULT_REGION is set, but AWS's JavaScript clients do not read it."
    : "";
  return `The region is missing. Pass \`region\` to the client, set AWS_REGION, or set region in profile ${JSON.stringify(profileName)}.${hint}`;
}

/** AWS's own places, such as Lambda, tell the code where it runs. */
function regionOfExecution(variables: SettingsSource["variables"]): string | undefined {
  if (!variables["AWS_EXECUTION_ENV"]) return undefined;
  return variables["AWS_REGION"] || variables["AWS_DEFAULT_REGION"] || undefined;
}
