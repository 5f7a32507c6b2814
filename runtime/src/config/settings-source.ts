import type { Provider } from "../common/provider.js";
import { memoize } from "./provider.js";
import { readSharedFiles } from "./read-shared-files.js";
import type { SharedFilePaths, SharedFiles } from "./shared-files.js";

/** Everything outside the code that a client's settings may come from. */
export interface SettingsSource {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Section of the shared files that applies. */
  readonly profileName: string;
  /** Whether that section was asked for, in code or by `AWS_PROFILE`. */
  readonly profileIsExplicit: boolean;
  readonly files: Provider<SharedFiles>;
}

/** @param profile - what the client's configuration says */
export function settingsSource(
  variables: Readonly<Record<string, string | undefined>>,
  profile: string | undefined,
): SettingsSource {
  return {
    variables,
    // Asked for anew: a program may set its variables after it has made the client.
    get profileName() {
      return profile || variables["AWS_PROFILE"] || "default";
    },
    get profileIsExplicit() {
      // An empty text in code hides the variable here, but not above: so it is in AWS's clients.
      return Boolean(profile ?? variables["AWS_PROFILE"]);
    },
    files: memoize(() => readSharedFiles(pathsIn(variables))),
  };
}

function pathsIn(variables: SettingsSource["variables"]): SharedFilePaths {
  return { config: variables["AWS_CONFIG_FILE"], credentials: variables["AWS_SHARED_CREDENTIALS_FILE"] };
}
