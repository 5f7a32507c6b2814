import { bindParams } from "../client/bind-params.js";
import type { Client } from "../client/client.js";
import type { Command } from "../client/command.js";
import type { MetadataBearer } from "../client/metadata.js";
import { readSignal } from "../common/abort-signal.js";
import { abortable } from "../common/abortable.js";
import { LinkedSignal } from "../common/linked-signal.js";
import { BaseError } from "../errors/base-error.js";
import { type CallerStack, captureCaller, completeStack } from "../errors/caller-stack.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { WaiterError } from "../errors/waiter-error.js";
import { FailedWait } from "./failed-wait.js";
import { matchState, type Observation } from "./match.js";
import { searchByNames } from "./search.js";
import type { WaiterConfiguration, WaiterRequestOptions } from "./waiter-configuration.js";
import { waiterDelay } from "./waiter-delay.js";
import type { WaiterDescriptor } from "./waiter-descriptor.js";
import type { WaiterResult } from "./waiter-result.js";

const DEFAULT_MIN_DELAY = 2;
const DEFAULT_MAX_DELAY = 120;

/** Everything that the waiting needs; times in milliseconds. */
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
}

/**
 * Calls again and again until what the waiter describes has happened.
 *
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
): Promise<WaiterResult<Output | Failure>> {
  const caller = captureCaller(waitUntil);
  try {
    return await waitWithin(waiter, commandFor, config, input, options);
  } catch (error) {
    throw isMadeBy(BaseError, error) ? complete(error, commandFor(input).operation.name, caller) : error;
  }
}

/** What a waiter itself fails with has not been told yet where it comes from. */
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
): Promise<WaiterResult<Output | Failure>> {
  const { client } = config;
  const delays = delaysOf(waiter, config);
  const maxWait = config.maxWaitTime * 1000;
  const parent = readSignal(config.abortSignal ?? config.abortController?.signal);
  const signal = new LinkedSignal(parent, maxWait, () => timedOut(waiter, maxWait));
  const deadline = client.config.environment.now() + maxWait;
  try {
    return await poll({ waiter, commandFor, client, input, deadline, maxWait, signal, options, ...delays });
  } finally {
    signal.release();
  }
}

function delaysOf(
  waiter: WaiterDescriptor,
  config: WaiterConfiguration,
): { minDelay: number; maxDelay: number } {
  const minDelay = config.minDelay ?? waiter.minDelay ?? DEFAULT_MIN_DELAY;
  const maxDelay = config.maxDelay ?? Math.max(minDelay, waiter.maxDelay ?? DEFAULT_MAX_DELAY);
  if (!(config.maxWaitTime > 0)) throw new ConfigurationError("maxWaitTime must be more than 0 seconds.");
  if (!(minDelay > 0)) throw new ConfigurationError("minDelay must be more than 0 seconds.");
  if (!(maxDelay >= minDelay)) throw new ConfigurationError("maxDelay must not be less than minDelay.");
  return { minDelay: minDelay * 1000, maxDelay: maxDelay * 1000 };
}

async function poll<Input extends object, Output extends MetadataBearer, Failure extends Error>(
  waiting: Waiting<Input, Output, Failure>,
): Promise<WaiterResult<Output | Failure>> {
  const { waiter, client, commandFor, signal } = waiting;
  const { operation, input: asked } = commandFor(waiting.input);
  const input = bindParams(operation, asked, client.config.params);
  const search = (await waiter.search?.()) ?? searchByNames;
  for (let calls = 1; ; calls++) {
    const observation = await observe(waiting);
    const state = matchState(waiter, input, observation, search);
    const reason = (observation.output ?? observation.error) as Output | Failure;
    if (state === "success") return { state: "SUCCESS", reason };
    if (state === "failure") throw failed(waiter, new FailedWait(reason, operation.output));
    // What the waiter does not expect is none of its business.
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
