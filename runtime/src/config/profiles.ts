import type { AwsCredentialIdentity } from "../credentials/identity.js";
import type { Setting } from "./setting.js";
import type { SettingsSource } from "./settings-source.js";
import type { SharedFilePaths, SharedFiles } from "./shared-files.js";

/** What a profile says about a setting. */
export interface FoundSetting {
  readonly text: string;
  /** Its key and profile, for messages. */
  readonly where: string;
}

/** What platforms with a file system make of AWS's shared files. The source says which profile applies. */
export interface Profiles {
  /** Files that are not there count as empty. */
  readFiles(paths: SharedFilePaths): Promise<SharedFiles>;
  findSetting(source: SettingsSource, setting: Setting<unknown>): Promise<FoundSetting | undefined>;
  /** @param service - the service's id, in lower case and with underscores */
  findEndpoint(source: SettingsSource, service: string): Promise<string | undefined>;
  /** Credentials that stand in the profile itself. */
  findIdentity(source: SettingsSource): Promise<AwsCredentialIdentity | undefined>;
  /** Says where credentials were looked for, and what was found there instead. */
  describe(source: SettingsSource): Promise<string>;
}
