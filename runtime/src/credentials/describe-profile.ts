import { readProfile } from "../config/read-profile.js";
import type { SettingsSource } from "../config/settings-source.js";
import { fetchedKind } from "./profile-identity.js";

/** Says which profile was asked for static keys, and what it has instead; no values. */
export async function describeProfile(source: SettingsSource): Promise<string> {
  const { variables, profileName } = source;
  const profile = await readProfile(source);
  const files = [
    variables["AWS_SHARED_CREDENTIALS_FILE"] || "~/.aws/credentials",
    variables["AWS_CONFIG_FILE"] || "~/.aws/config",
  ];
  const what = `static keys in profile ${JSON.stringify(profileName)} of ${files.join(" and ")}`;
  const kind = fetchedKind(profile);
  if (kind !== undefined) return `${what} (the profile asks for ${kind})`;
  return Object.keys(profile).length === 0 ? `${what} (there is no such profile)` : what;
}
