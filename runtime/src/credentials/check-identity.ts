import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import type { AwsCredentialIdentity, ResolvedCredentialIdentity } from "./identity.js";

/**
 * Makes sure that what stands for credentials can sign.
 *
 * @throws {@link CredentialsProviderError}; its message never repeats a key
 */
export function checkIdentity(value: unknown): ResolvedCredentialIdentity {
  // What is no object has no keys.
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = Object(value) as Identity;
  if (!isText(accessKeyId)) throw unfit("have no accessKeyId");
  if (!isText(secretAccessKey)) throw unfit("have no secretAccessKey");
  if (typeof (sessionToken ?? "") !== "string") throw unfit("have a sessionToken that is no text");
  if (NOT_IN_KEY.test(`${accessKeyId}${secretAccessKey}${sessionToken ?? ""}`))
    throw unfit("hold spaces, line breaks or other characters that no key has");
  if (!isMoment(expiration)) throw unfit("have an expiration that is no valid Date");
  return value as ResolvedCredentialIdentity;
}

type Identity = { readonly [Key in keyof AwsCredentialIdentity]?: unknown };

function unfit(problem: string): CredentialsProviderError {
  return new CredentialsProviderError(`The credentials ${problem}.`);
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
