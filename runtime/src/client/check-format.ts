import type { OperationDescriptor } from "../descriptors/operation.js";
import { DESCRIPTOR_FORMAT, type ServiceDescriptor } from "../descriptors/service.js";
import { ConfigurationError } from "../errors/configuration-error.js";

/**
 * Refuses generated code that is newer than this runtime: it could be misread.
 *
 * @throws {@link ConfigurationError} that names what has to be updated
 */
export function checkFormat(
  { package: generated }: ServiceDescriptor,
  { name, format }: OperationDescriptor,
): void {
  if (format <= DESCRIPTOR_FORMAT) return;
  throw new ConfigurationError(
    `${name} of ${generated.name} ${generated.version} is written in descriptor format ${format}: ` +
      `update @tinsmith/runtime, which reads up to ${DESCRIPTOR_FORMAT}.`,
  );
}
