import type { WaiterResult } from "../waiter/waiter-result.js";
import { BaseError, type BaseErrorOptions } from "./base-error.js";

/** What was waited for cannot happen any more, such as a job that failed. Every call was answered: waiting again is no use. */
export class WaiterError extends BaseError {
  override readonly name = "WaiterError";
  /** How it ended and the result, or the error, that decided; not enumerable: logs must not show what a result holds. */
  declare readonly result: WaiterResult;

  constructor(message: string, result: WaiterResult, options: BaseErrorOptions = {}) {
    super(message, options);
    Object.defineProperty(this, "result", { value: result });
  }
}
