import { check, checkSwitch } from "../common/check.js";
import type { ValidationMode, ValidationOptions } from "../validation/mode.js";
import type { ClientConfig } from "./client-config.js";
import { knownOptions } from "./known-options.js";
import type { ResolvedClientConfig } from "./resolved-config.js";

const DEFAULTS: ResolvedClientConfig["validation"] & Required<ValidationOptions> = {
  input: "strict",
  output: "off",
  min: true,
  max: true,
  pattern: true,
  enum: true,
};

/** Fills in what is validated. Types forbid what is refused here, but a slip must not switch validation off. */
export function resolveValidation({ validation = {} }: ClientConfig): ResolvedClientConfig["validation"] {
  const expected = 'an object, e.g. { output: "warn" }';
  const options = knownOptions("validation", validation, Object.keys(DEFAULTS), expected);
  const said = options.filter(([, value]) => value !== null);
  for (const [name, value] of said) {
    const key = `validation.${name}`;
    if (name === "input" || name === "output") check(isMode(value), key, '"strict", "warn" or "off"');
    else checkSwitch(key, value);
  }
  return { ...DEFAULTS, ...Object.fromEntries(said) };
}

function isMode(value: unknown): value is ValidationMode {
  return value === "strict" || value === "warn" || value === "off";
}
