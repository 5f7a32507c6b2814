import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "@jest/globals";

/** Folder with AWS's own model files, which are never committed: `TINSMITH_DATA`, else `../shared/data`. */
const DATA_FOLDER = process.env["TINSMITH_DATA"] ?? join(process.cwd(), "..", "shared", "data");

/** Path of one of AWS's files; nothing, and said out loud, where it is absent. */
export const findServiceData = (name: string): string | undefined => {
  const path = join(DATA_FOLDER, name);
  if (existsSync(path)) return path;
  console.warn(`SKIPPED: ${path} is absent; point TINSMITH_DATA at AWS's files`);
  return undefined;
};

/**
 * Declares tests that compare with one of AWS's files, given its contents as parsed JSON. Where the file is
 * absent they are skipped, out loud.
 */
export const describeWithServiceData = <Contents>(
  title: string,
  name: string,
  declare: (contents: Contents) => void,
): void => {
  const path = findServiceData(name);
  if (path !== undefined) {
    describe(title, () => declare(JSON.parse(readFileSync(path, "utf8")) as Contents));
    return;
  }
  describe(title, () => test.skip(`needs ${name}`, () => {}));
};
