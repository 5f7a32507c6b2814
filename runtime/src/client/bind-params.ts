import { check } from "../common/check.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { isRecord, memberValue, setKey } from "../protocol/shape-access.js";
import { isPlain } from "../validation/describe-value.js";

/** Input members that all calls of a client share, by name. */
export type BoundParams = Readonly<Record<string, unknown>>;

/** @returns a copy: what is bound does not change any more. @throws {@link ConfigurationError} */
export function readParams(params: unknown = {}): BoundParams {
  check(isRecord(params), "params", 'an object of input members, e.g. { AppId: "d1a2b3c4example5" }');
  return { ...params };
}

/**
 * Sets what is bound where the operation has such a member and the input leaves it out. `null` counts as left out, too,
 * as it does in version 2 of AWS's SDK.
 *
 * @returns the input itself where nothing is to be set, else a copy
 */
export function bindParams(
  { input: shape }: OperationDescriptor,
  input: object,
  params: BoundParams,
): object {
  const bound = Object.entries(params).filter(([name]) => Object.hasOwn(shape.members, name));
  if (bound.length === 0) return input;
  try {
    return bind(Object.keys(shape.members), input ?? {}, bound);
  } catch {
    // It cannot be read: the call refuses it next.
    return input;
  }
}

function bind(members: readonly string[], input: object, bound: readonly [string, unknown][]): object {
  if (!isPlain(input)) return input;
  const copy: Record<string, unknown> = { ...input };
  for (const name of members) {
    // Getters of the caller's own classes are no part of a spread.
    const value = Object.hasOwn(copy, name) ? undefined : memberValue(input, name);
    if (value !== undefined) setKey(copy, name, value);
  }
  for (const [name, value] of bound) setKey(copy, name, memberValue(copy, name) ?? value);
  return copy;
}

/**
 * Types cannot tell a bound member that is misspelt from one of another operation; one that differs in case only, such as
 * the name it has on the wire, is misspelt.
 *
 * @throws {@link ConfigurationError}
 */
export function checkParams(
  { name: operation, input: shape }: OperationDescriptor,
  params: BoundParams,
): void {
  for (const name of Object.keys(params)) {
    if (Object.hasOwn(shape.members, name)) continue;
    const meant = Object.keys(shape.members).find((member) => member.toLowerCase() === name.toLowerCase());
    if (meant === undefined) continue;
    throw new ConfigurationError(`params has ${name}, which ${operation} calls ${meant}.`);
  }
}
