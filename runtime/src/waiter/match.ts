import { ServiceException } from "../errors/service-exception.js";
import type { Search } from "./search.js";
import type { PathMatcher, WaiterAcceptor, WaiterDescriptor, WaiterMatcher } from "./waiter-descriptor.js";

/** What one call ended in: a result, or an error. */
export type Observation =
  | { readonly output: object; readonly error?: undefined }
  | { readonly output?: undefined; readonly error: Error };

/**
 * Finds the first acceptor that fits. Only errors that the service sent are matched: refused input or a failed connection
 * says nothing about the state that is waited for.
 *
 * @returns its state, or undefined where none fits
 * @see https://smithy.io/2.0/additional-specs/waiters.html#waiter-matcher
 */
export function matchState(
  waiter: WaiterDescriptor,
  input: object,
  observation: Observation,
  search: Search,
): WaiterAcceptor["state"] | undefined {
  return waiter.acceptors.find(({ matcher }) => matches(matcher, input, observation, search))?.state;
}

function matches(
  matcher: WaiterMatcher,
  input: object,
  { output, error }: Observation,
  search: Search,
): boolean {
  // The service has not answered: the state is unknown.
  if (error !== undefined && !ServiceException.isInstance(error)) return false;
  if ("success" in matcher) return matcher.success === (error === undefined);
  if ("errorType" in matcher) return error !== undefined && hasType(error, matcher.errorType);
  if (output === undefined) return false;
  if ("output" in matcher) return compare(matcher.output, search(output, matcher.output.path));
  return compare(matcher.inputOutput, search({ input, output }, matcher.inputOutput.path));
}

/** The model may name an error with its namespace; on the wire it has none. */
function hasType(error: Error, type: string): boolean {
  const name = type.slice(type.indexOf("#") + 1);
  return error.name === name || ("code" in error && error.code === name);
}

function compare({ comparator, expected }: PathMatcher, found: unknown): boolean {
  switch (comparator) {
    case "stringEquals":
      return found === expected;
    case "booleanEquals":
      return typeof found === "boolean" && String(found) === expected;
    case "allStringEquals":
      return Array.isArray(found) && found.length > 0 && found.every((item) => item === expected);
    case "anyStringEquals":
      return Array.isArray(found) && found.includes(expected);
  }
}
