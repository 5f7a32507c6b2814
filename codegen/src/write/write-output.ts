import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isManagedPath } from "./managed-path.js";
import { formatManifest, MANIFEST_NAME, type Manifest } from "./manifest.js";
import { isClean, type WritePlan } from "./plan-write.js";

/** Ending of a file that is not yet whole. */
const PARTIAL = ".tinsmith-partial";

/** What is to be written, and for which service. */
export interface WriteRequest {
  readonly plan: WritePlan;
  readonly service: string;
  /** The manifest that was there before. */
  readonly previous: Manifest | undefined;
}

/**
 * Carries out a plan. Files that stay as they are, are not touched. Each file is whole or not there: it
 * is written beside its place and then moved. While files come and go, the manifest lists both the old and
 * the new ones, so that after an interruption the next run knows all of them.
 */
export const writeOutput = async (out: string, { plan, service, previous }: WriteRequest): Promise<void> => {
  const files = [...plan.added, ...plan.changed].map(({ path }) => path).concat(plan.unchanged);
  const manifest = formatManifest({ service, files });
  if (isClean(plan) && previous !== undefined && formatManifest(previous) === manifest) return;
  const removed = plan.removed.map(({ path }) => path);
  refuseForeignPaths([...files, ...removed]);
  await mkdir(out, { recursive: true });
  await writeWhole(
    out,
    MANIFEST_NAME,
    formatManifest({ service, files: [...new Set([...files, ...removed, ...(previous?.files ?? [])])] }),
  );
  for (const { path, after } of [...plan.added, ...plan.changed]) await writeWhole(out, path, after ?? "");
  for (const path of removed) await removeFile(out, path);
  await writeWhole(out, MANIFEST_NAME, manifest);
};

/** Nothing outside of the folder, come what may. */
const refuseForeignPaths = (paths: readonly string[]): void => {
  const foreign = paths.find((path) => !isManagedPath(path) || path === MANIFEST_NAME);
  if (foreign !== undefined) throw new Error(`tinsmith will not write to ${JSON.stringify(foreign)}.`);
};

const writeWhole = async (out: string, path: string, contents: string): Promise<void> => {
  const target = join(out, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}${PARTIAL}`, contents);
  await rename(`${target}${PARTIAL}`, target);
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
