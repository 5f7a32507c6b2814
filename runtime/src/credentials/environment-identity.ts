import type { AwsCredentialIdentity } from "./identity.js";

/** Credentials out of environment variables; undefined where they are not all there. */
export function environmentIdentity(
  variables: Readonly<Record<string, string | undefined>>,
): AwsCredentialIdentity | undefined {
  const accessKeyId = variables["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = variables["AWS_SECRET_ACCESS_KEY"];
  if (!accessKeyId || !secretAccessKey) return undefined;
  const expiration = variables["AWS_CREDENTIAL_EXPIRATION"];
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken: variables["AWS_SESSION_TOKEN"] || undefined,
    credentialScope: variables["AWS_CREDENTIAL_SCOPE"] || undefined,
    accountId: variables["AWS_ACCOUNT_ID"] || undefined,
    ...(expiration ? { expiration: new Date(expiration) } : {}),
  };
}
