import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/outcome.js";
import { displayPath } from "../load/files/display-path.js";
import { MANIFEST_NAME, type Manifest, parseManifest } from "./manifest.js";

/** What stands in the output folder before anything is written. */
export interface ExistingOutput {
  /** Undefined where nothing was ever written there. */
  readonly manifest: Manifest | undefined;
  /** Contents by path, of the files that were asked for and those of the manifest. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads what concerns us of an output folder.
 * @param out - the folder; need not exist.
 * @param paths - what is about to be written there.
 * @returns a refusal where the folder holds what this generator did not write.
 */
export const readExistingOutput = async (
  out: string,
  paths: readonly string[],
): Promise<Outcome<ExistingOutput>> => {
  const entries = await listFolder(out);
  if (entries === "file") return refuse(out, "the output folder is a file", "Choose a folder with --out.");
  if (entries.length === 0) return done({ manifest: undefined, files: new Map() });
  if (!entries.includes(MANIFEST_NAME)) {
    const message = `the output folder is not empty and has no ${MANIFEST_NAME}: it was not written by tinsmith`;
    return refuse(out, message, "Nothing was touched. Choose an empty folder, or empty this one yourself.");
  }
  const manifest = parseManifest(await readFile(join(out, MANIFEST_NAME), "utf8"));
  if (manifest === undefined) {
    const message = "the manifest cannot be read, or lists files outside of its folder";
    return refuse(
      join(out, MANIFEST_NAME),
      message,
      "Nothing was touched. Restore the manifest, or empty the folder yourself.",
    );
  }
  return readFiles(out, manifest, paths);
};

const done = (value: ExistingOutput): Outcome<ExistingOutput> => ({ ok: true, value, diagnostics: [] });

const refuse = (path: string, message: string, help: string): Outcome<never> => ({
  ok: false,
  diagnostics: [problem({ location: { file: displayPath(path), line: 1, column: 1 }, message, help })],
});

const listFolder = async (path: string): Promise<readonly string[] | "file"> => {
  try {
    return await readdir(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return [];
    if (hasCode(error, "ENOTDIR")) return "file";
    throw error;
  }
};

const readFiles = async (
  out: string,
  manifest: Manifest,
  paths: readonly string[],
): Promise<Outcome<ExistingOutput>> => {
  const files = new Map<string, string>();
  const listed = new Set(manifest.files);
  for (const path of [...new Set([...manifest.files, ...paths])].sort()) {
    const way = await findObstacle(out, path);
    if (way !== undefined)
      return refuse(
        join(out, way),
        `stands in the way of ${path}`,
        "Nothing was touched. Remove it yourself.",
      );
    const contents = await readIfThere(join(out, path));
    if (contents !== undefined && !listed.has(path)) {
      const message = "would be overwritten, but was not written by tinsmith";
      return refuse(join(out, path), message, "Nothing was touched. Move the file away, or remove it.");
    }
    if (contents !== undefined) files.set(path, contents);
  }
  return done({ manifest, files });
};

/** The first step of a path that is no folder of ours to go through, such as a link to somewhere else. */
const findObstacle = async (out: string, path: string): Promise<string | undefined> => {
  const steps = path.split("/");
  for (let count = 1; count <= steps.length; count += 1) {
    const way = steps.slice(0, count).join("/");
    const kind = await kindOf(join(out, way));
    if (kind === "nothing") return undefined;
    if (kind !== (count === steps.length ? "file" : "folder")) return way;
  }
  return undefined;
};

const kindOf = async (path: string): Promise<"file" | "folder" | "nothing" | "other"> => {
  try {
    const stats = await lstat(path);
    return stats.isDirectory() ? "folder" : stats.isFile() ? "file" : "other";
  } catch (error) {
    if (hasCode(error, "ENOENT")) return "nothing";
    throw error;
  }
};

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
};

/** Whether it is a system error of that code; Jest's realms make `instanceof` unreliable. */
const hasCode = (error: unknown, code: string): boolean =>
  typeof error === "object" && error !== null && Reflect.get(error, "code") === code;
