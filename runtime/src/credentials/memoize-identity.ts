import { CredentialsProviderError } from "../errors/credentials-provider-error.js";
import { checkIdentity } from "./check-identity.js";
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "./identity.js";

/** Credentials are fetched again this long before they expire, so that no request is under way when they do. */
const REFRESH_BEFORE_EXPIRY = 5 * 60 * 1000;

/**
 * Keeps what a provider fetches until shortly before it expires. However many calls ask at once, it is fetched once; a
 * failure is not kept.
 *
 * @param now - milliseconds since the epoch
 */
export function memoizeIdentity(
  fetchIdentity: () => unknown,
  now: () => number,
): AwsCredentialIdentityProvider {
  let kept: AwsCredentialIdentity | undefined;
  let pending: Promise<AwsCredentialIdentity> | undefined;
  const refresh = async (): Promise<AwsCredentialIdentity> => {
    try {
      kept = checkIdentity(await fetchIdentity());
      return kept;
    } catch (error) {
      throw asCredentialsError(error);
    } finally {
      pending = undefined;
    }
  };
  return () => {
    if (kept !== undefined && !isDue(kept, now())) return Promise.resolve(kept);
    pending ??= refresh();
    return pending;
  };
}

function isDue({ expiration }: AwsCredentialIdentity, now: number): boolean {
  return expiration != null && expiration.getTime() - now < REFRESH_BEFORE_EXPIRY;
}

function asCredentialsError(error: unknown): CredentialsProviderError {
  if (error instanceof CredentialsProviderError) return error;
  const message =
    typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
  return new CredentialsProviderError(`The credentials could not be fetched: ${message}`, { cause: error });
}
