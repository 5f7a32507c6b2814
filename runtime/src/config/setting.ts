import { platform } from "#platform";
import { ConfigurationError } from "../errors/configuration-error.js";
import type { SettingsSource } from "./settings-source.js";
import type { SharedFiles } from "./shared-files.js";

/** A setting that can be made outside the code. */
export interface Setting<Value> {
  /** Environment variable, e.g. `AWS_REGION`. The key in AWS's shared files follows from it: `region`. */
  readonly variable: string;
  /** What the key was called once. */
  readonly formerKey?: string;
  /** The file that wins where both have the key; `config` unless said otherwise. */
  readonly preferredFile?: keyof SharedFiles;
  /** Reads the text; undefined where it is no such value. */
  readonly parse: (text: string) => Value | undefined;
  /** What `parse` wants, for the error, e.g. `true or false`. */
  readonly expected: string;
}

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
  const found = await platform.profiles?.findSetting(source, setting);
  return found && parse(setting, found.text, found.where);
}

function parse<Value>(setting: Setting<Value>, text: string, where: string): Value {
  const value = setting.parse(text);
  if (value === undefined) throw new ConfigurationError(`${where} must be ${setting.expected}.`);
  return value;
}
