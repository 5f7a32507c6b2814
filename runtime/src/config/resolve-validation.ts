import { ConfigurationError } from "../errors/configuration-error.js";
import { isRecord } from "../protocol/shape-access.js";
import type { ConstraintKind } from "../validation/constraints.js";
import type { ValidationMode, ValidationOptions } from "../validation/mode.js";
import { describeUnknown } from "../validation/nearest-name.js";
import type { ClientConfig } from "./client-config.js";
import type { ResolvedClientConfig } from "./resolved-config.js";

const NAMES: readonly string[] = [
  ...(["input", "output", "min", "max", "pattern", "enum"] as const satisfies (keyof ValidationOptions)[]),
];

/** Fills in what is validated. Types forbid what is refused here, but a slip must not switch validation off. */
export function resolveValidation({ validation = {} }: ClientConfig): ResolvedClientConfig["validation"] {
  if (!isRecord(validation))
    throw new ConfigurationError('validation must be an object, e.g. { output: "warn" }.');
  const unknown = Object.keys(validation).find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new ConfigurationError(describeUnknown("validation", unknown, NAMES));
  const options: ValidationOptions = validation;
  return {
    input: readMode("input", options.input ?? "strict"),
    output: readMode("output", options.output ?? "off"),
    min: readSwitch("min", options.min ?? true),
    max: readSwitch("max", options.max ?? true),
    pattern: readSwitch("pattern", options.pattern ?? true),
    enum: readSwitch("enum", options.enum ?? true),
  };
}

function readMode(side: "input" | "output", mode: ValidationMode): ValidationMode {
  if (mode === "strict" || mode === "warn" || mode === "off") return mode;
  throw new ConfigurationError(`validation.${side} must be "strict", "warn" or "off".`);
}

function readSwitch(kind: ConstraintKind, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new ConfigurationError(`validation.${kind} must be true or false.`);
}
