import { ifAllowed } from "./permissions.js";
import type { Platform } from "./platform.js";

/**
 * What is set at the moment: tests replace `process.env` as a whole. Only to be asked, not listed, so that whoever prints
 * a client does not print all secrets around it.
 */
export const processVariables: Platform["variables"] = new Proxy(
  {},
  { get: (_target, name) => ifAllowed(() => Reflect.get(process.env, name)) },
);
