import type { Logger } from "../common/logger.js";
import { knownAnswer, withAnswer } from "../common/provider.js";
import { askForIdentity } from "../credentials/ask-for-identity.js";
import { chainInit } from "../credentials/chain-init.js";
import type {
  AwsCredentialIdentityProvider,
  AwsIdentityProperties,
  CallerClientConfig,
  CredentialDefaultProvider,
  ResolvedCredentialIdentityProvider,
} from "../credentials/identity.js";
import { memoizeIdentity } from "../credentials/memoize-identity.js";
import { WHAT_TO_PASS } from "../credentials/what-to-pass.js";
import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import type { ClientConfig } from "./client-config.js";
import type { ResolvedClientConfig } from "./resolved-config.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Makes the function that fills in what requests are signed with: at first, and whenever it is set anew. Whoever fetches
 * it is told what the client says about itself.
 *
 * @param resolved - the client's configuration, which is not there yet
 */
export function credentialsReader(
  config: ClientConfig,
  surroundings: Surroundings | undefined,
  logger: Logger,
  resolved: () => ResolvedClientConfig,
): (credentials: ClientConfig["credentials"]) => ResolvedCredentialIdentityProvider {
  const now = (): number => resolved().environment.now();
  return (credentials) => {
    const provider = providerOf({ ...config, credentials }, surroundings, logger, now);
    return withAnswer(
      (properties?: AwsIdentityProperties) =>
        provider({ ...properties, callerClientConfig: describeCaller(config, resolved()) }),
      () => knownAnswer(provider),
    );
  };
}

function providerOf(
  { credentials, credentialDefaultProvider }: ClientConfig,
  surroundings: Surroundings | undefined,
  logger: Logger,
  now: () => number,
): ResolvedCredentialIdentityProvider {
  if (credentials !== undefined) {
    return memoizeIdentity(typeof credentials === "function" ? credentials : () => credentials, now);
  }
  if (credentialDefaultProvider !== undefined) return customDefault(credentialDefaultProvider, logger);
  return memoizeIdentity(surroundings?.identityProvider(logger) ?? refuse, now);
}

async function refuse(): Promise<never> {
  throw new CredentialsProviderError(`There are no credentials. ${WHAT_TO_PASS}`);
}

/** As in AWS's clients, what such a provider gives is not kept: it keeps it itself, if it wants to. */
function customDefault(
  create: CredentialDefaultProvider,
  logger: Logger,
): ResolvedCredentialIdentityProvider {
  let provider: AwsCredentialIdentityProvider | undefined;
  return (properties) =>
    askForIdentity((asked) => {
      provider ??= create(chainInit(logger, asked?.callerClientConfig));
      return provider(asked);
    }, properties);
}

/**
 * Without the client's logger: AWS's clients within the providers would write the session tokens into it that they are
 * given. And without its credentials, which would ask for themselves.
 */
function describeCaller(
  { credentialDefaultProvider }: ClientConfig,
  { region, profile, requestHandler, userAgentAppId }: ResolvedClientConfig,
): CallerClientConfig {
  return {
    region,
    requestHandler,
    userAgentAppId,
    ...(profile === undefined ? {} : { profile }),
    ...(credentialDefaultProvider === undefined ? {} : { credentialDefaultProvider }),
  };
}
