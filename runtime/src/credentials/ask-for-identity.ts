import { ConfigurationError } from "../errors/configuration-error.js";
import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { checkIdentity } from "./check-identity.js";
import { describeFailure } from "./describe-failure.js";
import type { AwsIdentityProperties, ResolvedCredentialIdentity } from "./identity.js";

/** Whatever credentials come from; nobody has looked at its answer yet. */
export type IdentitySource = (properties?: AwsIdentityProperties) => unknown;

/**
 * Asks a source once, and checks what it answers.
 *
 * @throws {@link CredentialsProviderError}, or the {@link ConfigurationError} that the source ran into
 */
export async function askForIdentity(
  source: IdentitySource,
  properties?: AwsIdentityProperties,
): Promise<ResolvedCredentialIdentity> {
  try {
    return checkIdentity(await source(properties));
  } catch (error) {
    if (isMadeBy(CredentialsProviderError, error) || isMadeBy(ConfigurationError, error)) throw error;
    const { message, cause } = describeFailure(error);
    throw new CredentialsProviderError(`The credentials could not be fetched: ${message}`, { cause });
  }
}
