import type { ProfileSection } from "../config/shared-files.js";
import type { ResolvedCredentialIdentity } from "./identity.js";

/** Credentials that stand in a section of AWS's shared files; undefined where there are none, or a role to assume. */
export function profileIdentity(profile: ProfileSection): ResolvedCredentialIdentity | undefined {
  const accessKeyId = profile["aws_access_key_id"];
  const secretAccessKey = profile["aws_secret_access_key"];
  if (!accessKeyId || !secretAccessKey || assumesRole(profile)) return undefined;
  const sessionToken = profile["aws_session_token"];
  const credentialScope = profile["aws_credential_scope"];
  const accountId = profile["aws_account_id"];
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken ? { sessionToken } : {}),
    ...(credentialScope ? { credentialScope } : {}),
    ...(accountId ? { accountId } : {}),
  };
}

/** A role is assumed with credentials of exactly one kind; otherwise AWS's clients read on as if there were no role. */
function assumesRole(profile: ProfileSection): boolean {
  return (
    Boolean(profile["role_arn"]) &&
    Boolean(profile["source_profile"]) !== Boolean(profile["credential_source"])
  );
}

/** What a profile says about credentials that have to be fetched from somewhere, by its key; the first one counts. */
const FETCHED: readonly (readonly [key: string, kind: string])[] = [
  ["web_identity_token_file", "a web identity"],
  ["role_arn", "an assumed role"],
  ["credential_process", "a credential process"],
  ["sso_session", "single sign-on"],
  ["sso_start_url", "single sign-on"],
  ["login_session", "a login session"],
];

/** Names the kind of credentials that a profile asks for and that are not built in, with the key that does, if any. */
export function fetchedKind(profile: ProfileSection): string | undefined {
  const found = FETCHED.find(([key]) => profile[key]);
  return found && `${found[1]}: ${found[0]}`;
}
