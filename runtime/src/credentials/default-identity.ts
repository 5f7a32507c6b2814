import { type Logger, writeLog } from "../common/logger.js";
import { readProfile } from "../config/read-profile.js";
import type { SettingsSource } from "../config/settings-source.js";
import { environmentIdentity } from "./environment-identity.js";
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "./identity.js";
import { profileIdentity } from "./profile-identity.js";

/**
 * Looks for credentials where a client without `credentials` finds them. What the first links of AWS's chain of providers
 * would settle is settled here, as they would; the rest is left to that chain, so that most programs start without it.
 *
 * @param chain - AWS's own
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export function defaultIdentityProvider(
  source: SettingsSource,
  logger: Logger,
  chain: AwsCredentialIdentityProvider,
): AwsCredentialIdentityProvider {
  return async (properties) => (await builtInIdentity(source, logger)) ?? chain(properties);
}

/** Environment variables, unless a profile was asked for; then static keys in that profile. */
async function builtInIdentity(
  source: SettingsSource,
  logger: Logger,
): Promise<AwsCredentialIdentity | undefined> {
  const fromVariables = environmentIdentity(source.variables);
  if (fromVariables !== undefined && !source.profileIsExplicit) return fromVariables;
  const fromProfile = profileIdentity(await readProfile(source, "credentials"));
  if (fromProfile !== undefined && fromVariables !== undefined) {
    writeLog(logger, "warn", () => describePassingOver(source));
  }
  return fromProfile;
}

function describePassingOver({ profileName }: SettingsSource): string {
  const profile = JSON.stringify(profileName);
  return `AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set, but passed over: the profile ${profile} was asked for.`;
}
