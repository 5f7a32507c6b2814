import type { Provider } from "../common/provider.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { memoize, toProvider } from "./provider.js";
import type { SettingName, SettingValues, Surroundings } from "./surroundings.js";

/** What the code says, else what its surroundings say, else the default. */
export function provide<Name extends SettingName>(
  name: Name,
  configured: SettingValues[Name] | Provider<SettingValues[Name]> | undefined,
  surroundings: Surroundings | undefined,
  fallback: SettingValues[Name],
): Provider<SettingValues[Name]> {
  if (configured !== undefined) return toProvider<SettingValues[Name]>(name, configured);
  return memoize(async () => (await surroundings?.lookUp(name)) ?? fallback);
}

/** A setting that is true or false, and false by default. @throws {@link ConfigurationError} for anything else */
export function provideSwitch(
  name: "useFipsEndpoint" | "useDualstackEndpoint" | "disableClockSkewCorrection",
  config: { readonly [Name in typeof name]?: boolean | Provider<boolean> | undefined },
  surroundings: Surroundings | undefined,
): Provider<boolean> {
  return provideChecked(name, config[name], surroundings, false, (value) => {
    // Text such as "false" would switch on what it wants off.
    if (typeof value !== "boolean") throw new ConfigurationError(`${name} must be true or false.`);
  });
}

/** As {@link provide} does, and checks it: once, unless it is a function of the user's own, which may change its mind. */
export function provideChecked<Name extends SettingName>(
  name: Name,
  configured: SettingValues[Name] | Provider<SettingValues[Name]> | undefined,
  surroundings: Surroundings | undefined,
  fallback: SettingValues[Name],
  check: (value: SettingValues[Name]) => void,
): Provider<SettingValues[Name]> {
  const provider = checked(provide(name, configured, surroundings, fallback), check);
  return typeof configured === "function" ? provider : memoize(provider);
}

/** A provider whose every answer is checked. */
export function checked<Value>(provider: Provider<Value>, check: (value: Value) => void): Provider<Value> {
  return async () => {
    const value = await provider();
    check(value);
    return value;
  };
}
