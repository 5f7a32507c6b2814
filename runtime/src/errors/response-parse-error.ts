import type { RawHttpResponse } from "../protocol/raw-response.js";
import { BaseError } from "./base-error.js";

/**
 * The service answered with success, but the body cannot be read: cut short, too large, no JSON or no UTF-8. The
 * call **was** executed: do not repeat a change, but look what has become of it.
 */
export class ResponseParseError extends BaseError {
  override readonly name = "ResponseParseError";
  /**
   * The response as it came, even without `rawResponse`: the id of a job that was started may be in it. Not enumerable,
   * so that it stays out of logs; absent where the error comes from outside a call.
   */
  declare readonly $response?: RawHttpResponse;
}
