import { BaseError } from "./base-error.js";

/**
 * There are no credentials to sign with; the message says where they were looked for, and `cause` what the source failed
 * with. Nothing was sent, or, where they ran out between two attempts, nothing more: `$metadata.retryDecisions` tells of
 * the attempts before. Provide credentials, then call again.
 */
export class CredentialsProviderError extends BaseError {
  override readonly name = "CredentialsProviderError";
}
