import { checkSwitch } from "../common/check.js";
import type { Provider } from "../common/provider.js";
import { memoize, toProvider } from "./provider.js";
import type { SettingName, SettingValues, Surroundings } from "./surroundings.js";

/**
 * Makes the function that answers with what the code says, else with what is found elsewhere.
 *
 * @param key - the configuration's key
 * @param read - checks the value, and turns it into what the client works with
 */
export function provide<Value, Found, Result>(
  key: string,
  configured: Value | Provider<Value> | undefined,
  find: Provider<Found>,
  read: (value: Value | Found) => Result | Promise<Result>,
): Provider<Result> {
  return configured === undefined
    ? memoize(async () => read(await find()))
    : toProvider<Value, Result>(key, configured, read);
}

type Configured = {
  readonly [Name in SettingName]?: SettingValues[Name] | Provider<SettingValues[Name]> | undefined;
};

/** A setting that can be made in the code or in its surroundings. */
export function provideSetting<Name extends SettingName, Result>(
  name: Name,
  config: Pick<Configured, Name>,
  surroundings: Surroundings | undefined,
  fallback: SettingValues[Name],
  read: (value: SettingValues[Name]) => Result | Promise<Result>,
): Provider<Result> {
  const find = async (): Promise<SettingValues[Name]> => (await surroundings?.lookUp(name)) ?? fallback;
  return provide<SettingValues[Name], SettingValues[Name], Result>(name, config[name], find, read);
}

/** A setting that is true or false, and false by default. */
export function provideSwitch(
  name: "useFipsEndpoint" | "useDualstackEndpoint" | "disableClockSkewCorrection",
  config: Pick<Configured, typeof name>,
  surroundings: Surroundings | undefined,
): Provider<boolean> {
  return provideSetting(name, config, surroundings, false, (value) => checkSwitch(name, value));
}
