import type { AbortSignalLike } from "../common/abort-signal.js";
import { abortable, throwIfAborted } from "../common/abortable.js";
import { asForeignError } from "../common/error-chain.js";
import type { LinkedSignal } from "../common/linked-signal.js";
import { AbortError } from "../errors/abort-error.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { lowerCaseHeaders, type RawResponse } from "../protocol/raw-response.js";
import { tooLarge, UnreadableBody } from "../protocol/unreadable-body.js";
import { limitAttempt, platformSignal } from "./attempt-limits.js";
import { hideParts } from "./hide-parts.js";
import type { HttpHandler, HttpRequest } from "./http-handler.js";
import { networkFailure } from "./network-failure.js";
import { readBody } from "./read-body.js";

/** What ends an exchange, and what it may use. */
export interface ExchangeOptions {
  /** Milliseconds until the response has to be there in full; 0 for no limit. */
  readonly timeout: number;
  /** Milliseconds to set up a connection; the handler's own limit where absent. */
  readonly connectionTimeout?: number | undefined;
  readonly abortSignal: AbortSignalLike | undefined;
  /** Whether the request must not be repeated, see `HttpHandlerOptions.freshConnection`. */
  readonly freshConnection: boolean;
  /** Bytes of the response's body. */
  readonly maxResponseSize: number;
}

/**
 * Sends a request and reads the response to its end.
 *
 * @throws AbortError, TimeoutError or NetworkError, or ConfigurationError where the handler cannot even begin
 */
export async function exchange(
  handler: HttpHandler,
  request: HttpRequest,
  options: ExchangeOptions,
): Promise<RawResponse> {
  const signal = limitAttempt(options.timeout, options.abortSignal);
  const state = { received: false };
  try {
    // Not even begun where the caller has ended it before.
    throwIfAborted(signal);
    const result = await abortable(sendAndRead(handler, request, options, signal, state), signal);
    // Lets go of the connection: the rest of the body is not wanted.
    if (result.bodyProblem !== undefined) signal.end(new AbortError());
    return result;
  } catch (error) {
    if (isOurs(error)) throw error;
    // The signal of the call throws an error of ours: this is a signal that the handler has from elsewhere.
    if (asForeignError(error).name === "AbortError") {
      hideParts(error);
      throw new AbortError({ cause: error });
    }
    throw networkFailure(error, state.received);
  } finally {
    signal.release();
  }
}

function isOurs(error: unknown): boolean {
  return [AbortError, ConfigurationError, NetworkError, TimeoutError].some((type) =>
    isMadeBy<Error>(type, error),
  );
}

async function sendAndRead(
  handler: HttpHandler,
  request: HttpRequest,
  { connectionTimeout, freshConnection, maxResponseSize }: ExchangeOptions,
  signal: LinkedSignal,
  state: { received: boolean },
): Promise<RawResponse> {
  const { response } = await handler.handle(request, {
    // That of the platform takes longer to make than all else here.
    abortSignal: handler.takesAnySignal ? signal : platformSignal(signal),
    freshConnection,
    ...(connectionTimeout === undefined ? {} : { connectionTimeout }),
  });
  throwIfAborted(signal);
  state.received = true;
  const { statusCode, reason } = response;
  const headers = lowerCaseHeaders(response.headers);
  try {
    // Not even begun where it is known to end in vain.
    if (Number(headers["content-length"]) > maxResponseSize) throw tooLarge(maxResponseSize);
    return { statusCode, reason, headers, body: await readBody(response.body, maxResponseSize, signal) };
  } catch (error) {
    if (!isMadeBy(UnreadableBody, error)) throw error;
    return { statusCode, reason, headers, body: new Uint8Array(), bodyProblem: error.message };
  }
}
