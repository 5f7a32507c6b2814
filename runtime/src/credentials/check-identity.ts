import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import type { AwsCredentialIdentity } from "./identity.js";

/**
 * Makes sure that what stands for credentials can sign.
 *
 * @throws {@link CredentialsProviderError}; its message never repeats a key
 */
export function checkIdentity(value: unknown): AwsCredentialIdentity {
  if (typeof value !== "object" || value === null) {
    throw new CredentialsProviderError("The credentials are no object with accessKeyId and secretAccessKey.");
  }
  const { accessKeyId, secretAccessKey } = value as Partial<AwsCredentialIdentity>;
  if (!isText(accessKeyId)) throw new CredentialsProviderError("The credentials have no accessKeyId.");
  if (!isText(secretAccessKey))
    throw new CredentialsProviderError("The credentials have no secretAccessKey.");
  return value as AwsCredentialIdentity;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
