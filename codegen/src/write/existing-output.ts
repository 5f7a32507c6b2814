import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Outcome } from "../diagnostics/diagnostic.js";
import { problem } from "../diagnostics/outcome.js";
import { systemCode, systemReason } from "../diagnostics/system-error.js";
import { displayPath } from "../load/files/display-path.js";
import { MANIFEST_NAME, parseManifest } from "./manifest.js";
import { PARTIAL_NAME } from "./partial-file.js";

/**
 * Reads what concerns us of an output folder.
 * @param out - the folder; need not exist.
 * @param paths - what is about to be written there.
 * @returns contents by path, of the files that were written before and are still there, the manifest among
 * them; or a refusal where the folder holds what this generator did not write.
 */
export const readExistingOutput = async (
  out: string,
  paths: readonly string[],
): Promise<Outcome<ReadonlyMap<string, string>>> => {
  try {
    return await readFolder(out, paths);
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    const path: unknown = Reflect.get(Object(error), "path");
    return refuse(typeof path === "string" ? path : out, `cannot be read: ${reason}`, NOT_TOUCHED);
  }
};

const NOT_TOUCHED = "Nothing was touched.";

const readFolder = async (
  out: string,
  paths: readonly string[],
): Promise<Outcome<ReadonlyMap<string, string>>> => {
  const entries = await listFolder(out);
  if (entries === "file") return refuse(out, "the output folder is a file", "Choose a folder with --out.");
  if (entries.every((name) => name === PARTIAL_NAME)) return { ok: true, value: new Map(), diagnostics: [] };
  if (!entries.includes(MANIFEST_NAME)) {
    const message = `the output folder is not empty and has no ${MANIFEST_NAME}: it was not written by tinsmith`;
    return refuse(out, message, `${NOT_TOUCHED} Choose an empty folder, or empty this one yourself.`);
  }
  const text = await readFile(join(out, MANIFEST_NAME), "utf8");
  const manifest = parseManifest(text);
  if ("problem" in manifest) {
    const help = `${NOT_TOUCHED} Restore the manifest, or empty the folder yourself.`;
    return refuse(join(out, MANIFEST_NAME), manifest.problem, help);
  }
  return readListed(out, [...manifest.files, MANIFEST_NAME], paths);
};

const refuse = (path: string, message: string, help: string): Outcome<never> => ({
  ok: false,
  diagnostics: [problem({ location: { file: displayPath(path), line: 1, column: 1 }, message, help })],
});

const listFolder = async (path: string): Promise<readonly string[] | "file"> => {
  try {
    return await readdir(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    if (systemCode(error) === "ENOTDIR") return "file";
    throw error;
  }
};

const readListed = async (
  out: string,
  manifest: readonly string[],
  paths: readonly string[],
): Promise<Outcome<ReadonlyMap<string, string>>> => {
  const files = new Map<string, string>();
  const listed = new Set(manifest);
  for (const path of [...new Set([...manifest, ...paths])].sort()) {
    const way = await findObstacle(out, path);
    if (way !== undefined) {
      return refuse(join(out, way), `stands in the way of ${path}`, `${NOT_TOUCHED} Remove it yourself.`);
    }
    const contents = await readIfThere(join(out, path));
    if (contents !== undefined && !listed.has(path)) {
      const message = "would be overwritten, but was not written by tinsmith";
      return refuse(join(out, path), message, `${NOT_TOUCHED} Move the file away, or remove it.`);
    }
    if (contents !== undefined) files.set(path, contents);
  }
  return { ok: true, value: files, diagnostics: [] };
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
    if (systemCode(error) === "ENOENT") return "nothing";
    throw error;
  }
};

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw error;
  }
};
