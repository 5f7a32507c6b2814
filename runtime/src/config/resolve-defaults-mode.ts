import { platform } from "#platform";
import type { Provider } from "../common/provider.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { ClientConfig } from "./client-config.js";
import { DEFAULTS_MODES, type DefaultsMode, type ResolvedDefaultsMode } from "./defaults-mode.js";
import { provide } from "./provide.js";
import { memoize } from "./provider.js";
import { DEFAULTS_MODE } from "./settings.js";
import type { SettingsSource } from "./settings-source.js";

/**
 * Fills in the set of defaults.
 *
 * @param region - the client's region, which `auto` compares with the one that the code runs in
 */
export function resolveDefaultsMode(
  { defaultsMode }: ClientConfig,
  source: SettingsSource,
  region: Provider<string>,
): Provider<ResolvedDefaultsMode> {
  const provider = provide<DefaultsMode>("defaultsMode", defaultsMode, source, DEFAULTS_MODE, "legacy");
  return memoize(async () => {
    const mode = readMode(await provider());
    return mode === "auto" ? findMode(await region(), source) : mode;
  });
}

function readMode(value: unknown): DefaultsMode {
  const mode = typeof value === "string" ? value.toLowerCase() : "";
  if (DEFAULTS_MODES.includes(mode)) return mode as DefaultsMode;
  throw new ConfigurationError(`defaultsMode must be one of ${DEFAULTS_MODES.join(", ")}.`);
}

async function findMode(region: string, { variables }: SettingsSource): Promise<ResolvedDefaultsMode> {
  const here = regionOfExecution(variables) ?? (await platform.findRegion?.(variables));
  if (here === undefined) return "standard";
  return here === region ? "in-region" : "cross-region";
}

/** AWS's own places, such as Lambda, tell the code where it runs. */
function regionOfExecution(variables: SettingsSource["variables"]): string | undefined {
  if (!variables["AWS_EXECUTION_ENV"]) return undefined;
  return variables["AWS_REGION"] || variables["AWS_DEFAULT_REGION"] || undefined;
}
