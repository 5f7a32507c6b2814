import { ConfigurationError } from "../errors/configuration-error.js";
import type { ValidationMode, ValidationOptions } from "../validation/mode.js";
import type { ClientConfig } from "./client-config.js";
import type { ResolvedClientConfig } from "./resolved-config.js";

/** Fills in what is validated. */
export function resolveValidation({ validation }: ClientConfig): ResolvedClientConfig["validation"] {
  return {
    input: readMode("input", validation?.input ?? "strict"),
    output: readMode("output", validation?.output ?? "off"),
  };
}

/** Types forbid any other word, but one that is misspelt must not switch validation off. */
function readMode(side: keyof ValidationOptions, mode: ValidationMode): ValidationMode {
  if (mode === "strict" || mode === "warn" || mode === "off") return mode;
  throw new ConfigurationError(`validation.${side} must be "strict", "warn" or "off".`);
}
