import { silentLogger } from "../common/logger.js";
import { redact } from "../protocol/redact.js";
import type { CallContext } from "./call-context.js";
import type { MetadataBearer } from "./metadata.js";

/** Logs a result, in the form of AWS's clients; secret members are blotted out. */
export function logSuccess(
  { config, service, operation }: CallContext,
  input: object,
  result: MetadataBearer,
): void {
  if (config.logger === silentLogger) return;
  const { $metadata, ...output } = result;
  config.logger.info({
    clientName: `${service.name}Client`,
    commandName: `${operation.name}Command`,
    input: redact(operation.input, input),
    output: redact(operation.output, output),
    metadata: $metadata,
  });
}

/** Logs what a call ended in instead of a result. */
export function logFailure({ config, service, operation }: CallContext, input: object, error: unknown): void {
  if (config.logger === silentLogger) return;
  config.logger.error({
    clientName: `${service.name}Client`,
    commandName: `${operation.name}Command`,
    input: redact(operation.input, input),
    error,
    metadata: (error as Partial<MetadataBearer>).$metadata,
  });
}
