import { ConfigurationError } from "../errors/configuration-error.js";

/** What a switch must be. Text such as "false" would switch on what it wants off. */
const TRUE_OR_FALSE = "true or false";

/** @throws {@link ConfigurationError} where a part of a configuration is not what it must be */
export function check(holds: boolean, name: string, expected: string): asserts holds {
  if (!holds) throw new ConfigurationError(`${name} must be ${expected}.`);
}

/** @returns a value that is true or false, as it is. @throws {@link ConfigurationError} */
export function checkSwitch(name: string, value: unknown): boolean {
  check(typeof value === "boolean", name, TRUE_OR_FALSE);
  return value;
}
