import type { Provider } from "../common/provider.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ClientConfig } from "./client-config.js";
import { DEFAULTS_MODES, type DefaultsMode, type ResolvedDefaultsMode } from "./defaults-mode.js";
import { provide } from "./provide.js";
import { memoize } from "./provider.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Fills in the set of defaults.
 *
 * @param region - the client's region, which `auto` compares with the one that the code runs in
 */
export function resolveDefaultsMode(
  { defaultsMode }: ClientConfig,
  surroundings: Surroundings | undefined,
  region: Provider<string>,
): Provider<ResolvedDefaultsMode> {
  const provider = provide("defaultsMode", defaultsMode, surroundings, "legacy");
  return memoize(async () => {
    const mode = readMode(await provider());
    return mode === "auto" ? findMode(await region(), surroundings) : mode;
  });
}

function readMode(value: unknown): DefaultsMode {
  const mode = typeof value === "string" ? value.toLowerCase() : "";
  if (DEFAULTS_MODES.includes(mode)) return mode as DefaultsMode;
  throw new ConfigurationError(`defaultsMode must be one of ${DEFAULTS_MODES.join(", ")}.`);
}

async function findMode(
  region: string,
  surroundings: Surroundings | undefined,
): Promise<ResolvedDefaultsMode> {
  const here = await surroundings?.regionOfExecution();
  if (here === undefined) return "standard";
  return here === region ? "in-region" : "cross-region";
}
