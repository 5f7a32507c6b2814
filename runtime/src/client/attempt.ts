import { decodeBody } from "#platform";
import { abortable, throwIfAborted } from "../common/abortable.js";
import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { RawResponse } from "../protocol/raw-response.js";
import { readError } from "../protocol/read-error.js";
import { observeServerDate } from "../retry/clock-skew.js";
import { readRetryAfter } from "../retry/retry-after.js";
import { isSafeToRepeat } from "../retry/safety.js";
import { type ExchangeOptions, exchange } from "../transport/exchange.js";
import type { HttpRequest } from "../transport/http-handler.js";
import { readBody } from "../transport/read-body.js";
import type { CallContext } from "./call-context.js";
import { observeResponse } from "./hooks/observe.js";
import { runRequestHooks } from "./hooks/request-hooks.js";
import type { ResponseMetadata } from "./metadata.js";
import { readSuccess } from "./read-success.js";
import { secretsSent } from "./secrets-sent.js";
import { type SignedAttempt, signAttempt } from "./sign-attempt.js";

/** How one attempt ended. */
export type AttemptResult = SuccessfulResult | FailedResult;

/** An attempt that the service has answered with success. */
export interface SuccessfulResult {
  readonly success: true;
  readonly output: Record<string, unknown>;
  readonly $metadata: ResponseMetadata;
  /** Where somebody asked for it. */
  readonly response: RawResponse | undefined;
}

/** An attempt that may be repeated, if the operation and the retry strategy agree. */
export interface FailedResult {
  readonly success: false;
  readonly error: Error;
  readonly clockCorrected: boolean;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter: number | undefined;
}

/**
 * Makes one attempt: run its hooks, fetch credentials, sign, send, read.
 *
 * @throws what no repetition can help: AbortError, TimeoutError of the call, CredentialsProviderError, ConfigurationError
 */
export async function makeAttempt(context: CallContext, request: HttpRequest): Promise<AttemptResult> {
  await runRequestHooks(context, request);
  const signed = await signAttempt(context, request);
  const secrets = (): readonly string[] => secretsSent(context, request, signed);
  try {
    context.state.sent = true;
    const answer = await exchange(context.config.requestHandler, signed.request, exchangeOptions(context));
    const response = await decode(context, answer);
    const receivedAt = context.config.environment.now();
    await observeResponse(context, response, receivedAt - signed.sentAt, secrets);
    return readResult(context, response, signed, receivedAt, secrets);
  } catch (error) {
    throwIfAborted(context.signal);
    if (!(isMadeBy(NetworkError, error) || isMadeBy(TimeoutError, error))) throw error;
    return { success: false, error, clockCorrected: false, retryAfter: undefined };
  }
}

function exchangeOptions({ operation, signal, limits, maxResponseSize }: CallContext): ExchangeOptions {
  return {
    timeout: limits.requestTimeout,
    connectionTimeout: limits.connectionTimeout,
    abortSignal: signal,
    freshConnection: !isSafeToRepeat(operation),
    maxResponseSize,
  };
}

/** Undoes the encodings of a body, unless it is handed on as it is. */
function decode(
  { operation, signal, maxResponseSize }: CallContext,
  response: RawResponse,
): RawResponse | Promise<RawResponse> {
  const isPassedOn = isSuccess(response) && operation.output.bound?.isPassedOn(operation.output) === true;
  if (isPassedOn || response.headers["content-encoding"] === undefined) return response;
  const decoding = decodeBody(response, maxResponseSize, readBody);
  return decoding === undefined ? response : abortable(decoding, signal);
}

/** Other statuses than these say no, or nothing: a handler may give 0 where it has none. */
function isSuccess({ statusCode }: RawResponse): boolean {
  return statusCode >= 200 && statusCode < 300;
}

function readResult(
  context: CallContext,
  response: RawResponse,
  signed: SignedAttempt,
  now: number,
  secrets: () => readonly string[],
): AttemptResult {
  const { config, service, operation } = context;
  const clockCorrected = !signed.keepsClock && observeServerDate(config, response.headers, now, signed);
  if (isSuccess(response)) return readSuccess(context, response, secrets);
  return {
    success: false,
    error: readError(service, operation, response, { keepsBody: context.rawResponse, secrets: secrets() }),
    clockCorrected,
    retryAfter: readRetryAfter(response.headers, now),
  };
}
