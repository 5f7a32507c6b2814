import { defaultIdentity } from "../credentials/default-identity.js";
import type { AwsCredentialIdentityProvider } from "../credentials/identity.js";
import { memoizeIdentity } from "../credentials/memoize-identity.js";
import type { ClientConfig } from "./client-config.js";
import type { SettingsSource } from "./settings-source.js";

/** Fills in what requests are signed with; `now` is in milliseconds since the epoch. */
export function resolveCredentials(
  config: ClientConfig,
  source: SettingsSource,
  now: () => number,
): AwsCredentialIdentityProvider {
  return memoizeIdentity(credentialsSource(config, source), now);
}

function credentialsSource({ credentials }: ClientConfig, source: SettingsSource): () => unknown {
  if (credentials === undefined) return () => defaultIdentity(source);
  return typeof credentials === "function" ? credentials : () => credentials;
}
