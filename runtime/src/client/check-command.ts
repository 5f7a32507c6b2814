import type { ServiceDescriptor } from "../descriptors/service.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { Command } from "./command.js";
import type { MetadataBearer } from "./metadata.js";

/** A command of one of AWS's own packages, or of whatever else has its form. */
export interface ForeignCommand {
  readonly input: object;
  /** Commands of generated code have one. */
  readonly operation?: never;
  resolveMiddleware(stack: never, configuration: never, options: never): unknown;
}

/**
 * Refuses what is no command of generated code: mostly one of AWS's own client, whose import has not been changed yet.
 *
 * @throws {@link ConfigurationError}
 */
export function checkCommand<Output extends MetadataBearer>(
  { package: { name } }: ServiceDescriptor,
  command: Command<object, Output, Error> | ForeignCommand,
): asserts command is Command<object, Output, Error> {
  // A copy of a command, such as a spread, has lost what checks its input.
  if (typeof command === "object" && command !== null && "operation" in command && "validation" in command)
    return;
  throw new ConfigurationError(`\`send\` takes commands that are imported from ${name}, and nothing else.`);
}
