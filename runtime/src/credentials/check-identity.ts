import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import type { AwsCredentialIdentity, ResolvedCredentialIdentity } from "./identity.js";

/**
 * Makes sure that what stands for credentials can sign.
 *
 * @throws {@link CredentialsProviderError}; its message never repeats a key
 */
export function checkIdentity(value: unknown): ResolvedCredentialIdentity {
  if (typeof value !== "object" || value === null) {
    throw new CredentialsProviderError("The credentials are no object with accessKeyId and secretAccessKey.");
  }
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = value as Record<
    keyof AwsCredentialIdentity,
    unknown
  >;
  if (!isText(accessKeyId)) throw new CredentialsProviderError("The credentials have no accessKeyId.");
  if (!isText(secretAccessKey))
    throw new CredentialsProviderError("The credentials have no secretAccessKey.");
  if (sessionToken !== undefined && sessionToken !== null && typeof sessionToken !== "string") {
    throw new CredentialsProviderError("The credentials' sessionToken is no text.");
  }
  if ([accessKeyId, secretAccessKey, sessionToken].some((part) => NOT_IN_KEY.test(String(part ?? "")))) {
    throw new CredentialsProviderError(
      "The credentials hold spaces, line breaks or other characters that no key has.",
    );
  }
  if (!isMoment(expiration)) {
    throw new CredentialsProviderError("The credentials' expiration is no valid Date.");
  }
  return value as ResolvedCredentialIdentity;
}

/** Keys travel in headers; what does not belong there came from copying, most often a line break at the end. */
const NOT_IN_KEY = /[^\x21-\x7e]/;

function isMoment(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  // Not by its class: a date of another realm is no less a date.
  return Object.prototype.toString.call(value) === "[object Date]" && !Number.isNaN(Number(value));
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
