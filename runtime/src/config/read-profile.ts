import type { SettingsSource } from "./settings-source.js";
import type { ProfileSection, SharedFiles } from "./shared-files.js";

/**
 * The section that applies, out of both files.
 *
 * @param preferred - the file that wins where both say something
 */
export async function readProfile(
  source: SettingsSource,
  preferred: keyof SharedFiles = "config",
): Promise<ProfileSection> {
  const files = await source.files();
  const other = preferred === "config" ? "credentials" : "config";
  return { ...files[other][source.profileName], ...files[preferred][source.profileName] };
}
