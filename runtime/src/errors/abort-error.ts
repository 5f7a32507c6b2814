import { BaseError, type BaseErrorOptions } from "./base-error.js";

/** The caller's signal ended the call; the signal's reason is in `cause`. */
export class AbortError extends BaseError {
  override readonly name = "AbortError";

  constructor(options: BaseErrorOptions = {}) {
    super("The call was aborted by its signal.", options);
  }
}
