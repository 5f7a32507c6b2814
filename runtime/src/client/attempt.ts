import { throwIfAborted } from "../common/abortable.js";
import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { ResponseParseError } from "../errors/response-parse-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { RawResponse } from "../protocol/raw-response.js";
import { readError } from "../protocol/read-error.js";
import { readOutput } from "../protocol/read-output.js";
import { metadataOf } from "../protocol/response-metadata.js";
import { observeServerDate, type SignedAt } from "../retry/clock-skew.js";
import { readRetryAfter } from "../retry/retry-after.js";
import { isSafeToRepeat } from "../retry/safety.js";
import { exchange } from "../transport/exchange.js";
import type { HttpRequest } from "../transport/http-handler.js";
import type { CallContext } from "./call-context.js";
import { observeResponse } from "./hooks/observe.js";
import { runRequestHooks } from "./hooks/request-hooks.js";
import type { ResponseMetadata } from "./metadata.js";
import { signAttempt } from "./sign-attempt.js";

/** How one attempt ended. */
export type AttemptResult =
  | { readonly success: true; readonly output: Record<string, unknown>; readonly $metadata: ResponseMetadata }
  | FailedResult;

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
  try {
    context.state.sent = true;
    const response = await send(context, signed.request);
    const receivedAt = context.config.environment.now();
    await observeResponse(context, response, receivedAt - signed.signedAt.sentAt);
    return readResult(context, response, signed.keepsClock ? undefined : signed.signedAt, receivedAt);
  } catch (error) {
    throwIfAborted(context.signal);
    if (!(isMadeBy(NetworkError, error) || isMadeBy(TimeoutError, error))) throw error;
    return { success: false, error, clockCorrected: false, retryAfter: undefined };
  }
}

function send(
  { config, operation, signal, limits }: CallContext,
  request: HttpRequest,
): Promise<RawResponse> {
  return exchange(config.requestHandler, request, {
    timeout: limits.requestTimeout,
    connectionTimeout: limits.connectionTimeout,
    abortSignal: signal,
    freshConnection: !isSafeToRepeat(operation),
  });
}

function readResult(
  context: CallContext,
  response: RawResponse,
  signed: SignedAt | undefined,
  now: number,
): AttemptResult {
  const { config, service, operation } = context;
  const clockCorrected = signed !== undefined && observeServerDate(config, response.headers, now, signed);
  if (response.statusCode < 300) return readSuccess(context, response);
  return {
    success: false,
    error: readError(service, operation, response),
    clockCorrected,
    retryAfter: readRetryAfter(response.headers, now),
  };
}

function readSuccess({ operation }: CallContext, response: RawResponse): AttemptResult {
  const $metadata = metadataOf(response);
  try {
    if (response.bodyProblem !== undefined) throw new SyntaxError(response.bodyProblem);
    return { success: true, output: readOutput(operation.output, response), $metadata };
  } catch (cause) {
    const why = cause instanceof SyntaxError ? cause.message : "A value in it is not what the model says.";
    const message = `${operation.name} succeeded with status ${response.statusCode}, but its response cannot be read. ${why}`;
    throw new ResponseParseError(message, { operation: operation.name, $metadata, cause });
  }
}
