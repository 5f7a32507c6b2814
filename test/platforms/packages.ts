import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Found, Missing } from "./platform.js";

const FOLDER = "test/platforms";

/** Loads what is installed beside this file, and not where the root is. */
export const requireHere = createRequire(join(process.cwd(), FOLDER, "package.json"));

/** Finds a file of a package that is installed beside this one, and only for some systems. */
export const findBinary = (packages: Readonly<Record<string, string>>, file: string): Found | Missing => {
  const system = `${process.platform}-${process.arch}`;
  const name = packages[system];
  if (name === undefined) return { missing: `there is no package of it for ${system}` };
  const path = join(process.cwd(), FOLDER, "node_modules", name, file);
  return existsSync(path) ? { path } : { missing: `npm has not installed ${name}` };
};
