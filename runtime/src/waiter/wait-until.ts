import type { Client } from "../client/client.js";
import type { Command } from "../client/command.js";
import type { MetadataBearer } from "../client/metadata.js";
import type { WaiterConfiguration } from "./waiter-configuration.js";
import type { WaiterDescriptor } from "./waiter-descriptor.js";
import type { WaiterResult } from "./waiter-result.js";

/** Calls again and again until what the waiter describes has happened. */
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
): Promise<WaiterResult<Output | Failure>> {
  const reason = await config.client.send(commandFor(input));
  return { state: waiter.acceptors.length > 0 ? "SUCCESS" : "FAILURE", reason };
}
