/**
 * Packs the packages as a release would and holds the tarballs to what publint and are-the-types-wrong
 * say of a well-made package.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runOrFail } from "./lib/run.js";

const PACKAGES = ["runtime", "codegen", "generated"];

const pack = async (folder: string, destination: string): Promise<string> => {
  const listing = await runOrFail(
    "npm",
    ["pack", "--json", "--silent", "--workspace", folder, "--pack-destination", destination],
    { quiet: true },
  );
  const filename = /"filename":\s*"([^"]+)"/.exec(listing)?.[1];
  if (filename === undefined) throw new Error(`npm pack named no tarball for ${folder}:\n${listing}`);
  return join(destination, filename);
};

const check = async (folder: string, tarball: string): Promise<boolean> => {
  const esmOnly = folder === "codegen" ? ["--profile", "esm-only"] : [];
  console.log(`\n${folder}`);
  const publint = await run("npx", ["publint", tarball, "--strict"]);
  const types = await run("npx", ["attw", tarball, "--format", "ascii", ...esmOnly]);
  return publint.exitCode === 0 && types.exitCode === 0;
};

const destination = await mkdtemp(join(tmpdir(), "tinsmith-pack-"));
try {
  const failed: string[] = [];
  for (const folder of PACKAGES) {
    if (!(await check(folder, await pack(folder, destination)))) failed.push(folder);
  }
  console.log(
    failed.length === 0 ? "\nAll packages are well made." : `\nNot well made: ${failed.join(", ")}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await rm(destination, { recursive: true });
}
