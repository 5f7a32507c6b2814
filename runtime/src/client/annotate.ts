import { BaseError } from "../errors/base-error.js";
import { isServiceException } from "../errors/service-exception.js";
import type { CallContext } from "./call-context.js";

/** Errors that belong to a call already. */
const taken = new WeakSet<Error>();

/** Tells an error which operation it comes from and how often it was tried. */
export function annotate(error: unknown, { operation, progress }: CallContext): unknown {
  if (!(error instanceof BaseError || isServiceException(error))) return error;
  // Calls that wait for one provider share its error: each gets its own.
  const own = taken.has(error) || Object.isFrozen(error) ? copyOf(error) : error;
  taken.add(own);
  return Object.assign(own, {
    operation: own.operation ?? operation.name,
    $metadata: { ...own.$metadata, ...progress },
  });
}

/** A copy of an error, without what it says about its call. */
function copyOf<Kind extends Error>(error: Kind): Kind {
  const copy = new Error(error.message, "cause" in error ? { cause: error.cause } : undefined);
  if (error.stack !== undefined) copy.stack = error.stack;
  Object.assign(copy, error, { operation: undefined, $metadata: {} });
  return Object.setPrototypeOf(copy, Object.getPrototypeOf(error));
}
