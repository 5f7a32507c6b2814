import { readProfile } from "./read-profile.js";
import type { Setting } from "./setting.js";
import type { SettingsSource } from "./settings-source.js";

/** What a profile says about a setting. */
interface FoundSetting {
  readonly text: string;
  /** Its key and profile, for messages. */
  readonly where: string;
}

/** Looks a setting up in the profile that applies. Keys are called like variables, but for the prefix and the case. */
export async function profileSetting(
  source: SettingsSource,
  { variable, formerKey, preferredFile }: Setting<unknown>,
): Promise<FoundSetting | undefined> {
  const profile = await readProfile(source, preferredFile);
  const ownKey = variable.replace("AWS_", "").toLowerCase();
  const key = profile[ownKey] === undefined ? (formerKey ?? ownKey) : ownKey;
  const text = profile[key];
  return text ? { text, where: `${key} in profile ${JSON.stringify(source.profileName)}` } : undefined;
}
