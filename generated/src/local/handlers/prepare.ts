// Copied by tinsmith from model/extensions/local/handlers/prepare.ts. Do not edit: change that file and run `npm run generate`.
import type { OperationDescriptor } from "@tinsmith/runtime";
import type { CallContext, HandlerTable } from "@tinsmith/runtime/host";
import { pendingJob } from "../errors.js";
import type { FaultQueue } from "../fault-queue.js";
import type { HandlerFault } from "../faults.js";
import type { LocalWorld } from "../world.js";

/**
 * The handlers as the host takes them: jobs that have come due are caught up with first, and a staged in-band
 * error or conflict takes the handler's place.
 *
 * @throws TypeError if an operation has no handler
 */
export const prepareHandlers = (
  handlers: HandlerTable,
  operations: readonly OperationDescriptor[],
  world: LocalWorld,
  faults: FaultQueue,
): HandlerTable =>
  Object.fromEntries(
    operations.map((operation) => {
      const handle = handlers[operation.name];
      if (handle === undefined) throw new TypeError(`No handler for ${operation.name}`);
      const kinds = handlerFaultsOf(operation);
      const prepared = (input: never, context: CallContext): object => {
        world.jobs.catchUp();
        const fault = faults.takeHandlerFault(operation.name, kinds);
        return fault === undefined ? handle(input, context) : befall(fault, operation, input, world);
      };
      return [operation.name, prepared];
    }),
  );

/** The faults that can take the place of an operation's handler. */
export const handlerFaultsOf = ({ input, output }: OperationDescriptor): readonly HandlerFault["kind"][] => [
  ...(Object.hasOwn(output.members, "Error") ? (["inBandError"] as const) : []),
  // Whoever gets the id of a job without giving one has started it.
  ...(Object.hasOwn(output.members, "JobId") && !Object.hasOwn(input.members, "JobId")
    ? (["pendingJob"] as const)
    : []),
];

/** What inputs say of where. */
interface Place {
  readonly AppId?: string;
  readonly BackendEnvironmentName?: string;
}

const befall = (
  fault: HandlerFault,
  { output }: OperationDescriptor,
  { AppId = "", BackendEnvironmentName }: Place,
  { state }: LocalWorld,
): object => {
  if (fault.kind === "pendingJob") {
    const [first = "*"] = state.apps.get(AppId)?.environments.keys() ?? [];
    throw pendingJob(AppId, BackendEnvironmentName ?? first);
  }
  // The error, and of the input what the answer repeats.
  const place = Object.entries({ AppId, BackendEnvironmentName });
  return {
    ...Object.fromEntries(place.filter(([name]) => Object.hasOwn(output.members, name))),
    Error: fault.error,
  };
};
