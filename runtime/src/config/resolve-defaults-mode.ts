import { check } from "../common/check.js";
import type { Provider } from "../common/provider.js";
import type { ClientConfig } from "./client-config.js";
import { DEFAULTS_MODES, type DefaultsMode, type ResolvedDefaultsMode } from "./defaults-mode.js";
import { provideSetting } from "./provide.js";
import { memoize } from "./provider.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Fills in the set of defaults. A function that names it is called once, as in AWS's clients.
 *
 * @param region - the client's region, which `auto` compares with the one that the code runs in
 */
export function resolveDefaultsMode(
  config: ClientConfig,
  surroundings: Surroundings | undefined,
  region: Provider<string>,
): Provider<ResolvedDefaultsMode> {
  return memoize(
    provideSetting("defaultsMode", config, surroundings, "legacy", async (value) => {
      const mode = readMode(value);
      return mode === "auto" ? findMode(await region(), surroundings) : mode;
    }),
  );
}

function readMode(value: unknown): DefaultsMode {
  const mode = typeof value === "string" ? value.toLowerCase() : "";
  check(DEFAULTS_MODES.includes(mode), "defaultsMode", `one of ${DEFAULTS_MODES.join(", ")}`);
  return mode as DefaultsMode;
}

async function findMode(
  region: string,
  surroundings: Surroundings | undefined,
): Promise<ResolvedDefaultsMode> {
  const here = await surroundings?.regionOfExecution();
  if (here === undefined) return "standard";
  return here === region ? "in-region" : "cross-region";
}
