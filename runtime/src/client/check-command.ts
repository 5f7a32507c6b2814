import type { ServiceDescriptor } from "../descriptors/service.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/**
 * Refuses what is no command of generated code: mostly one of AWS's own client, whose import has not been changed yet.
 *
 * @throws {@link ConfigurationError}
 */
export function checkCommand({ package: { name } }: ServiceDescriptor, command: unknown): void {
  if (typeof command === "object" && command !== null && "operation" in command) return;
  throw new ConfigurationError(`\`send\` takes commands that are imported from ${name}, and nothing else.`);
}
