import { BaseError, type BaseErrorOptions } from "./base-error.js";

/**
 * The caller's signal ended the call; the signal's reason is in `cause`. The call may have been executed, unless
 * `$metadata.attempts` is 0: look before you repeat a change.
 */
export class AbortError extends BaseError {
  override readonly name = "AbortError";

  constructor(options: BaseErrorOptions = {}) {
    super("The call was aborted by its signal.", options);
  }
}
