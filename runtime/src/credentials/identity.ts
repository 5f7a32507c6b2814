import type { Logger } from "../common/logger.js";
import type { Provider } from "../common/provider.js";
import type { HttpHandler } from "../transport/http-handler.js";

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

/** The same as a client gives it: what is left out is not there, so that it fits wherever AWS's own type is wanted. */
export type ResolvedCredentialIdentity = {
  readonly [Key in keyof AwsCredentialIdentity]: Exclude<AwsCredentialIdentity[Key], undefined>;
};

/**
 * What the client that needs credentials says about itself. Functions that call AWS for them go by it, e.g. to assume a
 * role in the client's region.
 */
export interface CallerClientConfig {
  readonly region: Provider<string>;
  readonly profile?: string;
  readonly requestHandler?: HttpHandler;
  readonly userAgentAppId?: Provider<string | undefined>;
  readonly [key: string]: unknown;
}

/** What a function that fetches credentials is told. */
export interface AwsIdentityProperties {
  readonly callerClientConfig?: CallerClientConfig;
  /** Asks for credentials that are fetched anew, whatever is kept. */
  readonly forceRefresh?: boolean;
}

/** A function that fetches credentials; those of `@aws-sdk/credential-providers` fit. */
export type AwsCredentialIdentityProvider = (
  properties?: AwsIdentityProperties,
) => Promise<AwsCredentialIdentity>;

/** The same, of a client. */
export type ResolvedCredentialIdentityProvider = (
  properties?: AwsIdentityProperties,
) => Promise<ResolvedCredentialIdentity>;

/** What a source of credentials starts with. */
export interface CredentialDefaultProviderInit {
  readonly profile?: string;
  /** Is told which sources are tried. */
  readonly logger?: Logger;
  readonly parentClientConfig?: CallerClientConfig;
}

/** Makes the function that fetches credentials where a client has none of its own. */
export type CredentialDefaultProvider = (
  init?: CredentialDefaultProviderInit,
) => AwsCredentialIdentityProvider;
