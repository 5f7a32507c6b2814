import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where AWS's own data lies: `TINSMITH_DATA`, or beside the repository. */
const FOLDER = process.env["TINSMITH_DATA"] ?? join(process.cwd(), "..", "shared", "data");

/** Reads a file of AWS's own data; undefined, and said out loud, where it is not there. */
export function readSharedData(name: string): unknown {
  const file = join(FOLDER, name);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  console.warn(`SKIPPED: ${name} is not in ${FOLDER}; set TINSMITH_DATA to its folder.`);
  return undefined;
}
