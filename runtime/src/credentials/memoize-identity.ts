import { withAnswer } from "../common/provider.js";
import { askForIdentity, type IdentitySource } from "./ask-for-identity.js";
import type {
  AwsIdentityProperties,
  ResolvedCredentialIdentity,
  ResolvedCredentialIdentityProvider,
} from "./identity.js";

/** Credentials are fetched again this long before they expire, so that no request is under way when they do. */
const REFRESH_BEFORE_EXPIRY = 5 * 60 * 1000;

/**
 * Keeps what a source gives until shortly before it expires. However many calls ask at once, it is fetched once; a
 * failure is not kept.
 *
 * @param now - milliseconds since the epoch
 */
export function memoizeIdentity(
  source: IdentitySource,
  now: () => number,
): ResolvedCredentialIdentityProvider {
  let kept: ResolvedCredentialIdentity | undefined;
  let pending: Promise<ResolvedCredentialIdentity> | undefined;
  const refresh = async (properties?: AwsIdentityProperties): Promise<ResolvedCredentialIdentity> => {
    try {
      kept = await askForIdentity(source, properties);
      return kept;
    } finally {
      pending = undefined;
    }
  };
  const fit = (): ResolvedCredentialIdentity | undefined => (kept && !isDue(kept, now()) ? kept : undefined);
  const provide: ResolvedCredentialIdentityProvider = (properties) => {
    const known = properties?.forceRefresh ? undefined : fit();
    if (known !== undefined) return Promise.resolve(known);
    pending ??= refresh(properties);
    return pending;
  };
  return withAnswer(provide, () => {
    const value = fit();
    return value && { value };
  });
}

function isDue({ expiration }: ResolvedCredentialIdentity, now: number): boolean {
  return expiration != null && expiration.getTime() - now < REFRESH_BEFORE_EXPIRY;
}
