import { BaseError } from "./base-error.js";

/** The client is set up in a way that cannot work, such as without a region. Nothing was sent. */
export class ConfigurationError extends BaseError {
  override readonly name = "ConfigurationError";
}
