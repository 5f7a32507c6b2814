import type { Client } from "../client/client.js";
import type { Command } from "../client/command.js";
import type { MetadataBearer } from "../client/metadata.js";
import { AbortError } from "../errors/abort-error.js";
import { isMadeBy } from "../errors/instance-of.js";
import { TimeoutError } from "../errors/timeout-error.js";
import { WaiterError } from "../errors/waiter-error.js";
import { readWaiterOptions } from "./read-waiter-options.js";
import { waitUntil } from "./wait-until.js";
import type { WaiterConfiguration, WaiterRequestOptions } from "./waiter-configuration.js";
import type { WaiterDescriptor } from "./waiter-descriptor.js";
import type { WaiterResult } from "./waiter-result.js";

/**
 * Waits as {@link waitUntil} does, but says how it ended, whatever it was, in the state of its result: `FAILURE` with the
 * result or error that decided, or with what a call failed with that the waiter does not expect; `TIMEOUT`; `ABORTED`.
 *
 * @throws ConfigurationError where the options cannot work
 */
export async function waitFor<
  ClientType extends Client,
  Input extends object,
  Output extends MetadataBearer,
  Failure extends Error,
>(
  waiter: WaiterDescriptor,
  commandFor: (input: Input) => Command<Input, Output, Failure>,
  config: WaiterConfiguration<ClientType>,
  input: Input,
  options?: WaiterRequestOptions,
): Promise<WaiterResult<Output | Failure>> {
  readWaiterOptions(waiter, config);
  const observedResponses = {};
  try {
    return await waitUntil(waiter, commandFor, config, input, options, observedResponses);
  } catch (error) {
    if (isMadeBy(WaiterError, error)) return error.result as WaiterResult<Output | Failure>;
    const reason = error as Failure;
    return { state: stateOf(error), reason, final: reason, observedResponses };
  }
}

function stateOf(error: unknown): WaiterResult["state"] {
  if (isMadeBy(AbortError, error)) return "ABORTED";
  return isMadeBy(TimeoutError, error) && error.phase === "wait" ? "TIMEOUT" : "FAILURE";
}
