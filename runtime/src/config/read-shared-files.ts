import { unlessDenied } from "../platform/permissions.js";
import { NO_SHARED_FILES, type SharedFilePaths, type SharedFiles } from "./shared-files.js";

/** Reads AWS's shared files; those that are not there, or are not allowed to be read, count as empty. */
export async function readSharedFiles(paths: SharedFilePaths): Promise<SharedFiles> {
  // Loaded when it is needed: who sets everything in code never pays for it.
  const { loadSharedConfigFiles } = await import("@smithy/core/config");
  const files = await loadSharedConfigFiles({
    ...(paths.config ? { configFilepath: paths.config } : {}),
    ...(paths.credentials ? { filepath: paths.credentials } : {}),
  }).catch(unlessDenied);
  return files === undefined
    ? NO_SHARED_FILES
    : { config: files.configFile, credentials: files.credentialsFile };
}
