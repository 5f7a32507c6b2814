import { BaseError } from "./base-error.js";

/**
 * The service answered with success, but the body cannot be read: cut short, too large or no JSON. The call
 * **was** executed: do not repeat a change, but look what has become of it.
 */
export class ResponseParseError extends BaseError {
  override readonly name = "ResponseParseError";
}
