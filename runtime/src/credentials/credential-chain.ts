import type { Logger } from "../common/logger.js";
import type { SettingsSource } from "../config/settings-source.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { processVariables } from "../platform/process-variables.js";
import { chainInit } from "./chain-init.js";
import { describeFailure } from "./describe-failure.js";
import { describeSearch } from "./describe-search.js";
import type { AwsCredentialIdentityProvider, CredentialDefaultProvider } from "./identity.js";
import { loadCredentialChain } from "./load-credential-chain.js";
import { WHAT_TO_PASS } from "./what-to-pass.js";

/**
 * AWS's chain of providers, as the official client calls it; loaded when it is first asked.
 *
 * @param load - where the chain comes from; AWS's package by default
 * @throws {@link CredentialsProviderError} that says where credentials were looked for, and what to do
 */
export function credentialChain(
  source: SettingsSource,
  logger: Logger,
  load: () => Promise<CredentialDefaultProvider> = () => loadFor(source),
): AwsCredentialIdentityProvider {
  let chain: AwsCredentialIdentityProvider | undefined;
  return async (properties) => {
    try {
      chain ??= (await load())(chainInit(logger, properties?.callerClientConfig));
      return await chain(properties);
    } catch (error) {
      if (isMadeBy(ConfigurationError, error)) throw error;
      throw await noCredentials(source, error);
    }
  };
}

async function loadFor({ variables }: SettingsSource): Promise<CredentialDefaultProvider> {
  // The chain reads the process's own variables: a client that was given others must not sign with what is there.
  if (variables !== processVariables) {
    const why =
      "AWS's chain of providers was not asked, because the client's `environment` has variables of its own.";
    throw new CredentialsProviderError(`${why} ${WHAT_TO_PASS}`);
  }
  return loadCredentialChain();
}

async function noCredentials(source: SettingsSource, error: unknown): Promise<CredentialsProviderError> {
  const { message, cause } = describeFailure(error);
  const isOurs = isMadeBy(CredentialsProviderError, error);
  const end = isOurs ? message : `AWS's chain of providers ended with: ${message}`;
  return new CredentialsProviderError(`There are no credentials. ${await describeSearch(source)} ${end}`, {
    cause: isOurs ? error.cause : cause,
  });
}
