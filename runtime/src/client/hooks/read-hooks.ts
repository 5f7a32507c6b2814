import { check } from "../../common/check.js";
import { knownOptions } from "../../config/known-options.js";
import type { Hooks } from "./hooks.js";

const NAMES = ["onRequest", "onResponse", "onRetry", "onError"] satisfies (keyof Hooks)[];

/** Types forbid anything else, but a hook that is misspelt would never run. @throws {@link ConfigurationError} */
export function readHooks(hooks: Hooks = {}): Hooks {
  for (const [name, hook] of knownOptions("hooks", hooks, NAMES, "an object of functions")) {
    check(typeof hook === "function", `hooks.${name}`, "a function");
  }
  return hooks;
}
