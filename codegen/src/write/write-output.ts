import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { attemptOnDisk } from "../diagnostics/system-error.js";
import { displayPath } from "../load/files/display-path.js";
import { isManagedPath } from "./managed-path.js";
import { formatManifest, MANIFEST_NAME } from "./manifest.js";
import { PARTIAL_NAME, writeWhole } from "./partial-file.js";
import { isClean, type WritePlan } from "./plan-write.js";

/**
 * Carries out a plan, of which the manifest is a part. Files that stay as they are, are not touched. While
 * files come and go, the manifest lists both the old and the new ones, so that after an interruption the next
 * run knows all of them.
 * @returns what the system refused; then the plan is carried out in part, and can be again.
 */
export const writeOutput = async (
  out: string,
  plan: WritePlan,
  service: string,
): Promise<readonly Diagnostic[]> => {
  if (isClean(plan)) return [];
  const written = [...plan.added, ...plan.changed];
  refuseForeignPaths([...written, ...plan.removed].map(({ path }) => path));
  const manifest = written.find(({ path }) => path === MANIFEST_NAME);
  const meanwhile = formatManifest({ service, files: pathsOf(plan) });
  const steps: readonly Step[] = [
    { path: "", act: () => mkdir(out, { recursive: true }) },
    ...(manifest === undefined ? [] : [write(out, MANIFEST_NAME, meanwhile)]),
    ...written.filter((change) => change !== manifest).map(({ path, after = "" }) => write(out, path, after)),
    ...plan.removed.map(({ path }) => ({ path, act: () => removeFile(out, path) })),
    ...(manifest === undefined ? [] : [write(out, MANIFEST_NAME, manifest.after ?? "")]),
    { path: PARTIAL_NAME, act: () => rm(join(out, PARTIAL_NAME), { force: true }) },
  ];
  for (const { path, act } of steps) {
    const { diagnostics } = await attemptOnDisk(displayPath(join(out, path)), "written", act);
    if (diagnostics.length > 0) return diagnostics;
  }
  return [];
};

/** Every file that is there before or after, the manifest aside. */
const pathsOf = ({ added, changed, removed, unchanged }: WritePlan): readonly string[] =>
  [...[...added, ...changed, ...removed].map(({ path }) => path), ...unchanged].filter(
    (path) => path !== MANIFEST_NAME,
  );

/** A change to one file. */
interface Step {
  readonly path: string;
  readonly act: () => Promise<unknown>;
}

const write = (out: string, path: string, contents: string): Step => ({
  path,
  act: () => writeWhole(out, path, contents),
});

/** Nothing outside of the folder, come what may. */
const refuseForeignPaths = (paths: readonly string[]): void => {
  const foreign = paths.find((path) => !isManagedPath(path));
  if (foreign !== undefined) throw new Error(`tinsmith will not write to ${JSON.stringify(foreign)}.`);
};

/** Removes a file, and the folders that it leaves empty. */
const removeFile = async (out: string, path: string): Promise<void> => {
  await rm(join(out, path), { force: true });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    const left = await readdir(join(out, folder));
    if (left.length > 0) return;
    await rmdir(join(out, folder));
  }
};
