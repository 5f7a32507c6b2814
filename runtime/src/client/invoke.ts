import { readArguments, type SendArguments } from "./callback.js";
import type { Client } from "./client.js";
import type { Command } from "./command.js";
import type { MetadataBearer } from "./metadata.js";

/** Makes the call of a client's method: by `send`, which may have been replaced, e.g. in a test. */
export function invoke<Output extends MetadataBearer>(
  client: Client,
  command: Command<object, Output, Error>,
  rest: SendArguments<Output>,
): Promise<Output> | undefined {
  const { options, callback } = readArguments(rest);
  if (callback === undefined) return client.send(command, options);
  client.send(command, options ?? {}, callback);
  return undefined;
}
