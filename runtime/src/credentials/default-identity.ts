import { readProfile, type SettingsSource } from "../config/settings-source.js";
import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import { environmentIdentity } from "./environment-identity.js";
import type { AwsCredentialIdentity } from "./identity.js";
import { fetchedKind, profileIdentity } from "./profile-identity.js";

const WHAT_TO_DO =
  "Pass `credentials` to the client: static keys, or a provider function such as those of @aws-sdk/credential-providers.";

/**
 * Looks for credentials where a client without `credentials` finds them: in environment variables, unless a profile was
 * asked for, and in that profile.
 *
 * @throws {@link CredentialsProviderError} that says where it has looked
 */
export async function defaultIdentity(source: SettingsSource): Promise<AwsCredentialIdentity> {
  const fromVariables = source.profileIsExplicit ? undefined : environmentIdentity(source.variables);
  if (fromVariables !== undefined) return fromVariables;
  const profile = await readProfile(source, "credentials");
  const fromProfile = profileIdentity(profile);
  if (fromProfile !== undefined) return fromProfile;
  const kind = fetchedKind(profile);
  throw new CredentialsProviderError(kind === undefined ? nothingFound(source) : notBuiltIn(source, kind));
}

function nothingFound({ profileIsExplicit, profileName }: SettingsSource): string {
  const variables = profileIsExplicit
    ? "environment variables (passed over, because a profile was asked for)"
    : "environment variables (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)";
  const profile = `static keys in profile ${JSON.stringify(profileName)} of AWS's shared files`;
  return `There are no credentials. Looked for: ${variables}; ${profile}. ${WHAT_TO_DO}`;
}

function notBuiltIn({ profileName }: SettingsSource, kind: string): string {
  return `The profile ${JSON.stringify(profileName)} asks for ${kind}, which is not built in. ${WHAT_TO_DO}`;
}
