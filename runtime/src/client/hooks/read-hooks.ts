import { ConfigurationError } from "../../errors/configuration-error.js";
import { isRecord } from "../../protocol/shape-access.js";
import { describeUnknown } from "../../validation/nearest-name.js";
import type { Hooks } from "./hooks.js";

const NAMES: readonly string[] = [
  "onRequest",
  "onResponse",
  "onRetry",
  "onError",
] satisfies readonly (keyof Hooks)[];

/** Types forbid anything else, but a hook that is misspelt would never run. @throws {@link ConfigurationError} */
export function readHooks(hooks: unknown = {}): Hooks {
  if (!isRecord(hooks)) throw new ConfigurationError("hooks must be an object of functions.");
  for (const [name, hook] of Object.entries(hooks)) {
    if (!NAMES.includes(name)) throw new ConfigurationError(describeUnknown("hooks", name, NAMES));
    if (hook !== undefined && typeof hook !== "function") {
      throw new ConfigurationError(`hooks.${name} must be a function.`);
    }
  }
  return hooks;
}
