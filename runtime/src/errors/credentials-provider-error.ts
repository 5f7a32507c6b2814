import { BaseError } from "./base-error.js";

/** There are no credentials to sign with. The message says where they were looked for. Nothing was sent. */
export class CredentialsProviderError extends BaseError {
  override readonly name = "CredentialsProviderError";
}
