import { ConfigurationError } from "../errors/configuration-error.js";
import { readProfile, type SettingsSource } from "./settings-source.js";
import type { SharedFiles } from "./shared-files.js";

/** A setting that can be made outside the code. */
export interface Setting<Value> {
  /** Environment variable, e.g. `AWS_REGION`. */
  readonly variable: string;
  /** Key in AWS's shared files, e.g. `region`. */
  readonly key: string;
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
  const profile = await readProfile(source, setting.preferredFile);
  const key = profile[setting.key] === undefined ? (setting.formerKey ?? setting.key) : setting.key;
  const text = profile[key];
  if (!text) return undefined;
  return parse(setting, text, `${key} in profile ${JSON.stringify(source.profileName)}`);
}

function parse<Value>(setting: Setting<Value>, text: string, where: string): Value {
  const value = setting.parse(text);
  if (value === undefined) throw new ConfigurationError(`${where} must be ${setting.expected}.`);
  return value;
}
