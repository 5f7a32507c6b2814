import { realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, normalize, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { systemCode, systemReason } from "../../diagnostics/system-error.js";
import { displayPath, posix } from "./display-path.js";
import type { FoundExtension, FoundFile } from "./model-files.js";
import { type WalkedEntry, walkFolder } from "./walk-folder.js";

/** What a model is written in. */
const MODEL_EXTENSIONS: ReadonlySet<string> = new Set([".yaml", ".yml", ".json"]);

/** Name of the folders that hold TypeScript instead of shapes. */
const EXTENSIONS_FOLDER = "extensions";

/** All files of a model. */
export interface FoundFiles {
  readonly models: readonly FoundFile[];
  readonly extensions: readonly FoundExtension[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the files of a model.
 * @param paths - files, or folders to be searched with their sub-folders.
 * @returns them sorted and each once, so that the order of `paths` never shows.
 */
export const findFiles = async (paths: readonly string[]): Promise<FoundFiles> => {
  const found = await Promise.all(paths.map((path) => findBelow(normalize(path))));
  return {
    models: sortedOnce(found.flatMap(({ models }) => models)),
    extensions: sortedOnce(found.flatMap(({ extensions }) => extensions)),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
  };
};

const findBelow = async (path: string): Promise<FoundFiles> => {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return await findInFolder(path);
    if (!stats.isFile() || !isModelFile(path)) {
      return refuse(path, "not a model file", "A model is written in .yaml, .yml or .json.");
    }
    return { models: [await foundFile(path, dirname(path))], extensions: [], diagnostics: [] };
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    const message = systemCode(error) === "ENOENT" ? "no such file or folder" : `cannot be read: ${reason}`;
    return refuse(path, message, "Check what is given to --model.");
  }
};

const findInFolder = async (folder: string): Promise<FoundFiles> => {
  const entries = (await walkFolder(folder)).filter((entry) => concernsModel(folder, entry));
  if (entries.length === 0) return refuse(folder, "no .yaml, .yml or .json file in this folder");
  const found: FoundFiles[] = await Promise.all(
    entries.map(async ({ path, reason }) => {
      if (reason !== undefined) return refuse(path, `cannot be read: ${reason}`);
      const file = await foundFile(path, folder);
      const relativePath = pathInExtensions(folder, path);
      return relativePath === undefined
        ? { models: [file], extensions: [], diagnostics: [] }
        : { models: [], extensions: [{ ...file, relativePath }], diagnostics: [] };
    }),
  );
  return {
    models: found.flatMap(({ models }) => models),
    extensions: found.flatMap(({ extensions }) => extensions),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
  };
};

const refuse = (path: string, message: string, help?: string): FoundFiles => ({
  models: [],
  extensions: [],
  diagnostics: [problem({ location: { file: displayPath(path), line: 1, column: 1 }, message, help })],
});

const concernsModel = (folder: string, { path, kind }: WalkedEntry): boolean => {
  if (kind === "folder") return true;
  if (pathInExtensions(folder, path) === undefined) return isModelFile(path);
  // Tests stay with the model.
  return path.endsWith(".ts") && !path.endsWith(".test.ts");
};

const isModelFile = (path: string): boolean => MODEL_EXTENSIONS.has(extname(path).toLowerCase());

/** The POSIX path below the outermost `extensions` folder; undefined outside of all such. */
const pathInExtensions = (folder: string, path: string): string | undefined => {
  const steps = relative(folder, path).split(sep);
  const start = steps.indexOf(EXTENSIONS_FOLDER);
  return start < 0 || start === steps.length - 1 ? undefined : steps.slice(start + 1).join("/");
};

/** @param root - the folder that was given, or that of the file that was given. */
const foundFile = async (path: string, root: string): Promise<FoundFile> => ({
  path: await realpath(path),
  file: displayPath(path),
  source: posix(join(basename(resolve(root)), relative(root, path))),
});

/** A file that several paths lead to is known by the first of its names. */
const sortedOnce = <File extends FoundFile>(files: readonly File[]): File[] => {
  const byName = [...files].sort((a, b) => compare(a.source, b.source) || compare(a.file, b.file));
  const byPath = new Map<string, File>();
  for (const file of byName) if (!byPath.has(file.path)) byPath.set(file.path, file);
  return [...byPath.values()];
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
