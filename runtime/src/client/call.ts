import { traceCall, traceHeaders } from "#platform";
import { throwIfAborted } from "../common/abortable.js";
import { checkSwitch } from "../common/check.js";
import { ask, type Steps, takeSteps } from "../common/steps.js";
import { checkResponseOptions } from "../config/response-options.js";
import { userAgentHeaders } from "../config/user-agent.js";
import type { Endpoint } from "../endpoint/endpoint.js";
import { resolveEndpoint } from "../endpoint/resolve-endpoint.js";
import { keepResponse } from "../protocol/raw-response.js";
import type { SerializedRequest } from "../protocol/serialize-request.js";
import type { HttpRequest } from "../transport/http-handler.js";
import { annotate } from "./annotate.js";
import { checkParams } from "./bind-params.js";
import { buildRequest } from "./build-request.js";
import type { CallContext } from "./call-context.js";
import { checkFormat } from "./check-format.js";
import { checkOutput } from "./check-output.js";
import type { Command } from "./command.js";
import { observeError } from "./hooks/observe.js";
import { readHooks } from "./hooks/read-hooks.js";
import { logFailure, logSuccess } from "./log-call.js";
import type { MetadataBearer } from "./metadata.js";
import { prepareRequest } from "./prepare-request.js";
import { runAttempts } from "./run-attempts.js";
import { checkLimits } from "./time-limits.js";

/** Makes one call, from the input to the result. @throws whatever else comes out of it, annotated and logged */
export function makeCall<Output extends MetadataBearer>(
  context: CallContext,
  command: Command<object, Output, Error>,
): Promise<Output> {
  const make = (): Promise<Output> => runToEnd(context, command);
  return traceCall(context, make) ?? make();
}

async function runToEnd<Output extends MetadataBearer>(
  context: CallContext,
  command: Command<object, Output, Error>,
): Promise<Output> {
  try {
    const result = await run(context, command);
    logSuccess(context, result);
    return result;
  } catch (error) {
    const annotated = annotate(error, context);
    logFailure(context, annotated);
    await observeError(context, annotated);
    throw annotated;
  } finally {
    context.signal.release();
  }
}

async function run<Output extends MetadataBearer>(
  context: CallContext,
  { validation }: Command<object, Output, Error>,
): Promise<Output> {
  const { config, service, operation, signal, progress } = context;
  checkFormat(service, operation);
  checkLimits(context.limits);
  for (const hooks of context.hooks) readHooks(hooks);
  checkResponseOptions(context);
  checkParams(operation, config.params);
  checkSwitch("retryUnsafeOperations", context.retryUnsafeOperations);
  throwIfAborted(signal);
  const serialized = prepareRequest(context, validation);
  const request = await takeSteps(requestOf(context, serialized), signal);
  const { output, $metadata, response } = await runAttempts(context, request);
  const metadata = { ...$metadata, ...progress };
  checkOutput(context, output, validation, metadata, response);
  return keepResponse({ ...output, $metadata: metadata } as unknown as Output, response);
}

function* requestOf(context: CallContext, serialized: SerializedRequest): Steps<HttpRequest> {
  const { config, service } = context;
  const endpoint = yield* endpointOf(context);
  const userAgent = yield* userAgentHeaders(service, config);
  const { environment, requestHandler } = config;
  const trace = traceHeaders(environment.variables) ?? {};
  const last = { ...userAgent, "amz-sdk-invocation-id": environment.uuid() };
  return buildRequest(serialized, endpoint, requestHandler, trace, last);
}

function* endpointOf({ config, service }: CallContext): Steps<Endpoint> {
  const endpoint = yield* ask<Endpoint | undefined>(config.endpoint ?? config.configuredEndpoint);
  const useFips = yield* ask(config.useFipsEndpoint);
  const useDualStack = yield* ask(config.useDualstackEndpoint);
  // Handlers ask for it only when they connect, where what is wrong with it would look like a failure of the network.
  yield* ask(config.defaultsMode);
  // A custom endpoint needs no region; the signature does, and asks for it later.
  const region = endpoint === undefined ? yield* ask(config.region) : undefined;
  return resolveEndpoint({ endpointPrefix: service.endpointPrefix, region, useFips, useDualStack, endpoint });
}
