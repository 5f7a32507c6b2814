// Copied by tinsmith from model/extensions/local/handlers/prepare.ts. Do not edit: change that file and run `npm run generate`.
import type { OperationDescriptor } from "@tinsmith/runtime";
import type { CallContext, HandlerTable } from "@tinsmith/runtime/host";
import type { FaultQueue, InBandFault } from "../faults.js";
import type { JobBook } from "../jobs/job-book.js";

/**
 * The handlers as the host takes them: jobs that have come due are caught up with first, and a staged in-band
 * error is answered in the handler's place.
 *
 * @throws TypeError if an operation has no handler
 */
export const prepareHandlers = (
  handlers: HandlerTable,
  operations: readonly OperationDescriptor[],
  jobs: JobBook,
  faults: FaultQueue,
): HandlerTable =>
  Object.fromEntries(
    operations.map((operation) => {
      const handle = handlers[operation.name];
      if (handle === undefined) throw new TypeError(`No handler for ${operation.name}`);
      const prepared = (input: never, context: CallContext): object => {
        jobs.catchUp();
        const fault = hasInBandError(operation) ? faults.takeInBandFault(operation.name) : undefined;
        return fault === undefined ? handle(input, context) : inBandAnswer(operation, input, fault);
      };
      return [operation.name, prepared];
    }),
  );

/** Whether an operation's answer has a place for an error. */
export const hasInBandError = ({ output }: OperationDescriptor): boolean =>
  Object.hasOwn(output.members, "Error");

/** The error, and of the input what the answer repeats. */
const inBandAnswer = ({ output }: OperationDescriptor, input: object, { error }: InBandFault): object => ({
  ...Object.fromEntries(
    Object.entries(input).filter(
      ([name]) =>
        (name === "AppId" || name === "BackendEnvironmentName") && Object.hasOwn(output.members, name),
    ),
  ),
  Error: error,
});
