import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Whether tests in a folder look at the built packages, and so ask for the build by `requireBuild`. */
export const needsBuild = (folder: string): boolean =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .some((path) => readFileSync(join(folder, path), "utf8").includes("requireBuild("));
