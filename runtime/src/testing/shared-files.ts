import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What stands in the files, line by line. */
export interface SharedFileLines {
  readonly config: readonly string[];
  readonly credentials: readonly string[];
}

/** Writes AWS's shared files into a folder of their own; `variables` point at them. */
export function writeSharedFiles(files: SharedFileLines): {
  variables: Record<string, string>;
} {
  const folder = mkdtempSync(join(tmpdir(), "tinsmith-files-"));
  const config = join(folder, "config");
  const credentials = join(folder, "credentials");
  writeFileSync(config, files.config.join("\n"));
  writeFileSync(credentials, files.credentials.join("\n"));
  return {
    variables: {
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: credentials,
      // Tests do not ask the machine's metadata service, and most machines have none.
      AWS_EC2_METADATA_DISABLED: "true",
    },
  };
}
