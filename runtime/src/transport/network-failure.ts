import { systemFailure } from "#platform";
import { asForeignError, errorChain } from "../common/error-chain.js";
import { NetworkError } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { hideParts } from "./hide-parts.js";

/**
 * Puts what a handler fails with into an error of our own.
 *
 * @param received - whether the head of a response had come
 */
export function networkFailure(error: unknown, received: boolean): NetworkError | TimeoutError {
  return systemFailure(error, received) ?? fetchFailure(error, received);
}

/** Where there is no more to know than `fetch` says: it hides from pages what became of a connection. */
export function fetchFailure(error: unknown, received: boolean): NetworkError | TimeoutError {
  hideParts(error);
  // A handler of the user's own may say more.
  const codes = errorChain(error).map((link) => link.code);
  const code = codes.filter((each) => typeof each === "string").at(-1);
  if (code === undefined && asForeignError(error).name === "TimeoutError") {
    return new TimeoutError("The service did not answer in time.", { phase: "attempt", cause: error });
  }
  const message = received
    ? "The connection broke while the response came."
    : "The connection failed; the service may have executed the call.";
  return new NetworkError(message, { phase: received ? "receive" : "unknown", code, cause: error });
}
