import type { ResolvedCredentialIdentity } from "./identity.js";

/** Credentials out of environment variables; undefined where they are not all there. */
export function environmentIdentity(
  variables: Readonly<Record<string, string | undefined>>,
): ResolvedCredentialIdentity | undefined {
  const accessKeyId = variables["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = variables["AWS_SECRET_ACCESS_KEY"];
  if (!accessKeyId || !secretAccessKey) return undefined;
  const sessionToken = variables["AWS_SESSION_TOKEN"];
  const credentialScope = variables["AWS_CREDENTIAL_SCOPE"];
  const accountId = variables["AWS_ACCOUNT_ID"];
  const expiration = variables["AWS_CREDENTIAL_EXPIRATION"];
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    ...(credentialScope ? { credentialScope } : {}),
    ...(accountId ? { accountId } : {}),
    ...(expiration ? { expiration: new Date(expiration) } : {}),
  };
}
