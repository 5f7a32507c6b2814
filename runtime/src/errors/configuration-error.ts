import { BaseError } from "./base-error.js";

/**
 * The client, or the call, is set up in a way that cannot work, such as without a region; what a part of the user's own
 * threw is in `cause`. The message names what to change.
 *
 * Nothing was sent, unless the part had to decide on a repetition, such as `customBackoff`: nothing more was sent then, and
 * `$metadata.retryDecisions` tells of the attempts before.
 */
export class ConfigurationError extends BaseError {
  override readonly name = "ConfigurationError";
}
