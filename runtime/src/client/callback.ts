import { type Logger, writeLog } from "../common/logger.js";
import type { Unchecked } from "../common/unchecked.js";
import type { RequestOptions } from "./request-options.js";

/**
 * Takes what comes out of a call: `null` and the result, or the error alone, which it may declare as it likes. What it
 * throws is written to the client's logger, and goes no further.
 */
export type Callback<Output> = (error: Unchecked, output?: Output) => void;

/** What follows the input of a call that ends in a callback. */
export type CallbackArguments<Output> =
  | [callback: Callback<Output>]
  | [options: RequestOptions | undefined, callback: Callback<Output>];

/** What may follow the input of a call. */
export type SendArguments<Output> = [options?: RequestOptions | undefined] | CallbackArguments<Output>;

/** Tells options and callback apart. */
export function readArguments<Output>([first, second]: SendArguments<Output>): {
  readonly options: RequestOptions | undefined;
  readonly callback: Callback<Output> | undefined;
} {
  return typeof first === "function"
    ? { options: undefined, callback: first }
    : // From JavaScript, null is no options, too, and what is no function is no callback.
      { options: first ?? undefined, callback: typeof second === "function" ? second : undefined };
}

/** Calls back with what comes out of a call. */
export function callBack<Output>(result: Promise<Output>, callback: Callback<Output>, logger: Logger): void {
  result
    .then(
      (output) => callback(null, output),
      (error) => callback(error),
    )
    .catch((error) => writeLog(logger, "error", () => ({ callbackError: error })));
}
