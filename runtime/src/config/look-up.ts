import { ConfigurationError } from "../errors/configuration-error.js";
import { profileSetting } from "./profile-setting.js";
import type { Setting } from "./setting.js";
import type { SettingsSource } from "./settings-source.js";

/**
 * Looks a setting up: environment variable, then shared files.
 *
 * @returns undefined where it is nowhere
 * @throws {@link ConfigurationError} where what is found cannot be read
 */
export async function lookUp<Value>(
  source: SettingsSource,
  setting: Setting<Value>,
): Promise<Value | undefined> {
  const variable = source.variables[setting.variable];
  if (variable) return parse(setting, variable, `The environment variable ${setting.variable}`);
  const found = await profileSetting(source, setting);
  return found && parse(setting, found.text, found.where);
}

function parse<Value>(setting: Setting<Value>, text: string, where: string): Value {
  const value = setting.parse(text);
  if (value === undefined) throw new ConfigurationError(`${where} must be ${setting.expected}.`);
  return value;
}
