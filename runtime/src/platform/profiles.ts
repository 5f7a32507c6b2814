import { profileEndpoint } from "../config/profile-endpoint.js";
import { profileSetting } from "../config/profile-setting.js";
import type { Profiles } from "../config/profiles.js";
import { readProfile } from "../config/read-profile.js";
import { NO_SHARED_FILES } from "../config/shared-files.js";
import { describeProfile } from "../credentials/describe-profile.js";
import { profileIdentity } from "../credentials/profile-identity.js";
import { unlessDenied } from "./permissions.js";

/** AWS's shared files, on platforms that have a file system. */
export const profiles: Profiles = {
  async readFiles(paths) {
    // Loaded when it is needed: who sets everything in code never pays for it.
    const { loadSharedConfigFiles } = await import("@smithy/core/config");
    const files = await loadSharedConfigFiles({
      ...(paths.config ? { configFilepath: paths.config } : {}),
      ...(paths.credentials ? { filepath: paths.credentials } : {}),
    }).catch(unlessDenied);
    return files === undefined
      ? NO_SHARED_FILES
      : { config: files.configFile, credentials: files.credentialsFile };
  },
  findSetting: profileSetting,
  findEndpoint: profileEndpoint,
  findIdentity: async (source) => profileIdentity(await readProfile(source, "credentials")),
  describe: describeProfile,
};
