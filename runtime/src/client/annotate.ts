import type { OperationDescriptor } from "../descriptors/operation.js";
import { completeStack, readStack } from "../errors/caller-stack.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { isClientError } from "../errors/is-client-error.js";
import { NetworkError } from "../errors/network-error.js";
import { isServiceException } from "../errors/service-exception.js";
import { isRetryable } from "../retry/safety.js";
import type { CallContext } from "./call-context.js";
import type { CallError } from "./hooks/hooks.js";

/** What an error is told about its call. */
export type CallFacts = Pick<CallContext, "service" | "progress" | "state"> & {
  /** Absent where the options could not be read. */
  readonly retryUnsafeOperations?: boolean;
  /** Absent where what was to be called is no command. */
  readonly operation?: OperationDescriptor | undefined;
};

/** Errors that belong to a call already, and the stacks that they had. */
const taken = new WeakMap<Error, string | undefined>();

/**
 * Turns whatever was thrown into one of the errors of the operation's union, and adds what is known about the call: its
 * operation, how often it was tried, whether it could be repeated, who called.
 */
export function annotate(error: unknown, call: CallFacts): CallError {
  try {
    if (isOfCall(error, call)) return complete(error, call, judge(error, call));
  } catch {
    // Its getters throw, or it cannot be changed: it is treated like a foreign error.
  }
  return complete(foreignError(error, call), call, false);
}

function isOfCall(error: unknown, { service, operation }: CallFacts): error is CallError {
  if (isClientError(error)) return true;
  if (!isServiceException(error)) return false;
  const known = [...(operation?.errors ?? []), ...service.commonErrors];
  return (
    known.some((type) => error.name === type.descriptor.name && error.constructor === type) ||
    error.constructor === service.unmodeledError
  );
}

function judge(error: CallError, { operation, state, retryUnsafeOperations = false }: CallFacts): boolean {
  if (operation === undefined) return false;
  const failed = state.failed?.error === error ? state.failed : { error, clockCorrected: false };
  return isRetryable(operation, failed, retryUnsafeOperations);
}

function complete<Kind extends CallError>(error: Kind, call: CallFacts, retryable: boolean): Kind {
  const own = claim(error);
  Object.assign(own, {
    operation: own.operation ?? call.operation?.name,
    $metadata: { ...own.$metadata, ...call.progress },
    retryable,
  });
  completeStack(own, call.state.caller);
  return own;
}

/** Calls that wait for the same provider share its error: each of them gets a copy. */
function claim<Kind extends CallError>(error: Kind): Kind {
  const own = taken.has(error) || !Object.isExtensible(error) ? copyOf(error) : error;
  taken.set(own, readStack(own));
  return own;
}

/** A copy of an error, without what it says about its call. */
function copyOf<Kind extends CallError>(error: Kind): Kind {
  const copy = new Error(error.message, "cause" in error ? { cause: error.cause } : undefined);
  const stack = taken.has(error) ? taken.get(error) : readStack(error);
  if (stack !== undefined) copy.stack = stack;
  Object.assign(copy, error, { operation: undefined, $metadata: {} });
  return Object.setPrototypeOf(copy, Object.getPrototypeOf(error));
}

/** The error for whatever a part of the user's own throws. */
function foreignError(cause: unknown, { state }: CallFacts): ConfigurationError | NetworkError {
  if (!state.sent) {
    const message =
      "The options of the call, or the client's configuration, failed before the request was sent: see `cause`.";
    return new ConfigurationError(message, { cause });
  }
  const message =
    "The client's configuration failed after the request was sent, and the service may have executed it: see `cause`.";
  return new NetworkError(message, { phase: "unknown", cause });
}
