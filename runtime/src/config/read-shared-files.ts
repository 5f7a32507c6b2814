import { ifAllowed, unlessDenied } from "../platform/permissions.js";
import { processVariables } from "../platform/process-variables.js";
import { NO_SHARED_FILES, type SharedFilePaths, type SharedFiles } from "./shared-files.js";

/** Reads AWS's shared files; those that are not there, or are not allowed to be read, count as empty. */
export async function readSharedFiles(paths: SharedFilePaths): Promise<SharedFiles> {
  if (!mayExist(paths)) return NO_SHARED_FILES;
  // Loaded when it is needed: many machines have no such files.
  const { loadSharedConfigFiles } = await import("@smithy/core/config");
  const files = await loadSharedConfigFiles({
    ...(paths.config ? { configFilepath: paths.config } : {}),
    ...(paths.credentials ? { filepath: paths.credentials } : {}),
  }).catch(unlessDenied);
  return files === undefined
    ? NO_SHARED_FILES
    : { config: files.configFile, credentials: files.credentialsFile };
}

/** False where neither file is named, and there is no folder that has them by default. */
function mayExist({ config, credentials }: SharedFilePaths): boolean {
  const home = processVariables["HOME"] || processVariables["USERPROFILE"];
  if (config || credentials || !home) return true;
  return ifAllowed(() => process.getBuiltinModule("node:fs").existsSync(`${home}/.aws`)) ?? false;
}
