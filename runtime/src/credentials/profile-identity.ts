import type { ProfileSection } from "../config/shared-files.js";
import type { AwsCredentialIdentity } from "./identity.js";

/** Credentials that stand in a section of AWS's shared files; undefined where there are none. */
export function profileIdentity(profile: ProfileSection): AwsCredentialIdentity | undefined {
  const accessKeyId = profile["aws_access_key_id"];
  const secretAccessKey = profile["aws_secret_access_key"];
  // A role goes before keys, which then only serve to assume it.
  if (!accessKeyId || !secretAccessKey || profile["role_arn"]) return undefined;
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken: profile["aws_session_token"] || undefined,
    credentialScope: profile["aws_credential_scope"] || undefined,
    accountId: profile["aws_account_id"] || undefined,
  };
}

/** What a profile says about credentials that have to be fetched from somewhere, by its key. */
const FETCHED: readonly (readonly [key: string, kind: string])[] = [
  ["role_arn", "an assumed role"],
  ["sso_session", "single sign-on"],
  ["sso_start_url", "single sign-on"],
  ["credential_process", "a credential process"],
  ["web_identity_token_file", "a web identity"],
  ["login_session", "a login session"],
];

/** Names the kind of credentials that a profile asks for and that are not built in, if any. */
export function fetchedKind(profile: ProfileSection): string | undefined {
  return FETCHED.find(([key]) => profile[key])?.[1];
}
