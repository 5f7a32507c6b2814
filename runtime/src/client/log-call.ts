import { type LogLevel, writeLog } from "../common/logger.js";
import { redact } from "../protocol/redact.js";
import type { CallContext } from "./call-context.js";
import type { MetadataBearer } from "./metadata.js";

/** Logs a result, in the form of AWS's clients; secret members are blotted out. */
export function logSuccess(context: CallContext, result: MetadataBearer): void {
  write(context, "info", () => {
    const { $metadata, ...output } = result;
    return { output: redact(context.operation.output, output), metadata: $metadata };
  });
}

/** Logs what a call ended in instead of a result. */
export function logFailure(context: CallContext, error: unknown): void {
  write(context, "error", () => ({ error, metadata: (error as Partial<MetadataBearer>).$metadata }));
}

function write(
  { config, service, operation, input }: CallContext,
  level: LogLevel,
  outcome: () => object,
): void {
  writeLog(config.logger, level, () => ({
    clientName: `${service.name}Client`,
    commandName: `${operation.name}Command`,
    input: redact(operation.input, input),
    ...outcome(),
  }));
}
