import { check } from "../common/check.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { isRecord } from "../protocol/shape-access.js";
import { describeUnknown } from "../validation/nearest-name.js";

/**
 * Lists the options of an object of which every key is known: what is misspelt would be without effect.
 *
 * @param expected - what the object must be, for the error
 * @returns names and values, without those that are undefined
 * @throws {@link ConfigurationError} for anything else than an object, and for keys that there are not
 */
export function knownOptions(
  owner: string,
  options: unknown,
  known: readonly string[],
  expected: string,
): readonly (readonly [name: string, value: unknown])[] {
  check(isRecord(options), owner, expected);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new ConfigurationError(describeUnknown(owner, unknown, known));
  return Object.entries(options).filter(([, value]) => value !== undefined);
}
