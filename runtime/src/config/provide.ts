import type { Provider } from "../common/provider.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { memoize, toProvider } from "./provider.js";
import { lookUp, type Setting } from "./setting.js";
import type { SettingsSource } from "./settings-source.js";

/**
 * What the code says, else what its surroundings say, else the default.
 *
 * @param key - the configuration's key, for errors
 */
export function provide<Value>(
  key: string,
  configured: Value | Provider<Value> | undefined,
  source: SettingsSource,
  setting: Setting<Value>,
  fallback: Value,
): Provider<Value> {
  if (configured !== undefined) return toProvider(key, configured);
  return memoize(async () => (await lookUp(source, setting)) ?? fallback);
}

/** What the code says, else what its surroundings say, else undefined. */
export function provideOptional<Value>(
  key: string,
  configured: Value | Provider<Value | undefined> | undefined,
  source: SettingsSource,
  setting: Setting<Value>,
): Provider<Value | undefined> {
  return configured === undefined
    ? memoize(() => lookUp(source, setting))
    : toProvider<Value | undefined>(key, configured);
}

/** A setting that is true or false, and false by default. @throws {@link ConfigurationError} for anything else */
export function provideSwitch(
  key: string,
  configured: boolean | Provider<boolean> | undefined,
  source: SettingsSource,
  setting: Setting<boolean>,
): Provider<boolean> {
  return checked(provide(key, configured, source, setting, false), (value) => {
    // Text such as "false" would switch on what it wants off.
    if (typeof value !== "boolean") throw new ConfigurationError(`${key} must be true or false.`);
  });
}

/** A provider whose every answer is checked. */
export function checked<Value>(provider: Provider<Value>, check: (value: Value) => void): Provider<Value> {
  return async () => {
    const value = await provider();
    check(value);
    return value;
  };
}
