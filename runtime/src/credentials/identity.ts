import type { Provider } from "../common/provider.js";

/** What requests are signed with. */
export interface AwsCredentialIdentity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Goes with temporary credentials. */
  readonly sessionToken?: string | undefined;
  readonly credentialScope?: string | undefined;
  readonly accountId?: string | undefined;
  /** When the credentials stop being valid; asked for again five minutes before. */
  readonly expiration?: Date | undefined;
}

/** A function that fetches credentials; those of `@aws-sdk/credential-providers` fit. */
export type AwsCredentialIdentityProvider = Provider<AwsCredentialIdentity>;
