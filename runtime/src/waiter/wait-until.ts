import { bindParams } from "../client/bind-params.js";
import type { Client } from "../client/client.js";
import type { Command } from "../client/command.js";
import type { MetadataBearer } from "../client/metadata.js";
import { readSignal } from "../common/abort-signal.js";
import { abortable } from "../common/abortable.js";
import { LinkedSignal } from "../common/linked-signal.js";
import { BaseError } from "../errors/base-error.js";
import { type CallerStack, captureCaller, completeStack } from "../errors/caller-stack.js";
import { isMadeBy } from "../errors/instance-of.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { WaiterError } from "../errors/waiter-error.js";
import { FailedWait } from "./failed-wait.js";
import { matchState, type Observation } from "./match.js";
import { countResponse } from "./observed-responses.js";
import { readWaiterOptions } from "./read-waiter-options.js";
import { searchByNames } from "./search.js";
import type { WaiterConfiguration, WaiterRequestOptions } from "./waiter-configuration.js";
import { waiterDelay } from "./waiter-delay.js";
import type { WaiterDescriptor } from "./waiter-descriptor.js";
import type { WaiterResult } from "./waiter-result.js";

/** Everything that one waiter needs; times in milliseconds. */
interface Waiting<Input extends object, Output extends MetadataBearer, Failure extends Error> {
  readonly waiter: WaiterDescriptor;
  readonly commandFor: (input: Input) => Command<Input, Output, Failure>;
  readonly client: Client;
  readonly input: Input;
  readonly minDelay: number;
  readonly maxDelay: number;
  readonly deadline: number;
  readonly maxWait: number;
  readonly signal: LinkedSignal;
  readonly options: WaiterRequestOptions;
  readonly observed: Record<string, number>;
}

/**
 * Calls again and again until what the waiter describes has happened.
 *
 * @param observed - where the answers are counted
 * @returns state `SUCCESS` and the result, or error, that showed it
 * @throws WaiterError where it cannot happen any more; TimeoutError after `maxWaitTime`; AbortError when the caller ends
 * it; or what a call fails with, unless the waiter expects it
 */
export async function waitUntil<
  ClientType extends Client,
  Input extends object,
  Output extends MetadataBearer,
  Failure extends Error,
>(
  waiter: WaiterDescriptor,
  commandFor: (input: Input) => Command<Input, Output, Failure>,
  config: WaiterConfiguration<ClientType>,
  input: Input,
  options: WaiterRequestOptions = {},
  observed: Record<string, number> = {},
): Promise<WaiterResult<Output | Failure>> {
  const caller = captureCaller(waitUntil);
  try {
    return await waitWithin(waiter, commandFor, config, input, options, observed);
  } catch (error) {
    throw isMadeBy(BaseError, error) ? complete(error, commandFor(input).operation.name, caller) : error;
  }
}

/** Adds the operation, and the stack of the caller, to the waiter's own errors. */
function complete(error: BaseError, operation: string, caller: CallerStack): BaseError {
  Object.assign(error, { operation: error.operation ?? operation });
  completeStack(error, caller);
  return error;
}

async function waitWithin<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  waiter: WaiterDescriptor,
  commandFor: (input: Input) => Command<Input, Output, Failure>,
  config: WaiterConfiguration,
  input: Input,
  options: WaiterRequestOptions,
  observed: Record<string, number>,
): Promise<WaiterResult<Output | Failure>> {
  const { client } = config;
  const times = readWaiterOptions(waiter, config);
  const { maxWait } = times;
  const parent = readSignal(config.abortSignal ?? config.abortController?.signal);
  const signal = new LinkedSignal(parent, maxWait, () => timedOut(waiter, maxWait));
  const deadline = client.config.environment.now() + maxWait;
  try {
    return await poll({ waiter, commandFor, client, input, deadline, signal, options, observed, ...times });
  } finally {
    signal.release();
  }
}

async function poll<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  waiting: Waiting<Input, Output, Failure>,
): Promise<WaiterResult<Output | Failure>> {
  const { waiter, client, commandFor, signal, observed } = waiting;
  const { operation, input: asked } = commandFor(waiting.input);
  const input = bindParams(operation, asked, client.config.params);
  const search = (await waiter.search?.()) ?? searchByNames;
  for (let calls = 1; ; calls++) {
    const observation = await observe(waiting);
    countResponse(observed, observation);
    const state = matchState(waiter, input, observation, search);
    const reason = (observation.output ?? observation.error) as Output | Failure;
    if (state === "success") {
      return { state: "SUCCESS", reason, final: reason, observedResponses: observed };
    }
    if (state === "failure") throw failed(waiter, new FailedWait(reason, operation.output, observed));
    // No acceptor expects this error: it is the caller's.
    if (state === undefined && observation.error !== undefined) throw observation.error;
    await abortable(client.config.environment.sleep(nextDelay(waiting, calls), signal), signal);
  }
}

async function observe<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  waiting: Waiting<Input, Output, Failure>,
): Promise<Observation> {
  const { client, commandFor, input, signal, options } = waiting;
  const result = await client.safeSend(commandFor(input), { ...options, abortSignal: signal });
  if (result.success) return { output: result.data };
  if (signal.aborted) throw result.error;
  return { error: result.error };
}

/** @throws TimeoutError where no further call fits in */
function nextDelay<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  { waiter, client, deadline, maxWait, minDelay, maxDelay }: Waiting<Input, Output, Failure>,
  calls: number,
): number {
  const { environment } = client.config;
  const remaining = deadline - environment.now();
  if (remaining <= minDelay) throw timedOut(waiter, maxWait);
  return waiterDelay({ calls, minDelay, maxDelay, remaining, random: environment.random() });
}

function timedOut(waiter: WaiterDescriptor, limit: number): TimeoutError {
  return new TimeoutError(`${waiter.name} did not happen within ${limit / 1000} s.`, {
    phase: "wait",
    limit,
  });
}

function failed(waiter: WaiterDescriptor, result: FailedWait): WaiterError {
  return new WaiterError(`${waiter.name} cannot happen any more: see \`result.reason\`.`, result);
}
