import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/**
 * Runs TypeScript's compiler in a folder; gives its complaints.
 *
 * @param version - the package that has it
 */
export const runCompiler = (
  folder: string,
  parameters: readonly string[],
  version = "typescript",
): Promise<string> =>
  execute(process.execPath, [resolve("node_modules", version, "bin", "tsc"), ...parameters], {
    cwd: folder,
  }).then(
    ({ stdout }) => stdout,
    ({ stdout, message }: { stdout: string; message: string }) => stdout || message,
  );
