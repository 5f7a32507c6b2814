import { readdir, stat } from "node:fs/promises";
import { extname, isAbsolute, join, normalize, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import type { FoundExtension, FoundFile } from "./model-files.js";

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
 * @returns them sorted by path and each once, so that the order of `paths` never shows.
 */
export const findFiles = async (paths: readonly string[]): Promise<FoundFiles> => {
  const found = await Promise.all(paths.map((path) => findBelow(normalize(path))));
  return {
    models: sortedOnce(found.flatMap(({ models }) => models)),
    extensions: sortedOnce(found.flatMap(({ extensions }) => extensions)),
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
  };
};

/** How a path is shown: POSIX, as it was given, or relative to the working directory where it lies below. */
export const displayPath = (path: string): string => {
  const fromHere = relative(process.cwd(), resolve(path));
  const isBelow = fromHere !== "" && !/^\.\.(?:[/\\]|$)/u.test(fromHere) && !isAbsolute(fromHere);
  return (isBelow ? fromHere : path).split(sep).join("/");
};

const findBelow = async (path: string): Promise<FoundFiles> => {
  const kind = await kindOf(path);
  if (kind === "folder") return findInFolder(path);
  if (kind === "file" && MODEL_EXTENSIONS.has(extname(path))) return models([foundFile(path)]);
  const message = kind === "file" ? "not a model file" : "no such file or folder";
  const help =
    kind === "file" ? "A model is written in .yaml, .yml or .json." : "Check what is given to --model.";
  const location = { file: displayPath(path), line: 1, column: 1 };
  return { models: [], extensions: [], diagnostics: [problem({ location, message, help })] };
};

const kindOf = async (path: string): Promise<"file" | "folder" | "nothing"> => {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "nothing";
  }
};

const findInFolder = async (folder: string): Promise<FoundFiles> => {
  const files = await filesBelow(folder, (name) => name !== EXTENSIONS_FOLDER);
  const modelFiles = files.filter((path) => MODEL_EXTENSIONS.has(extname(path))).map(foundFile);
  const extensions = await extensionsBelow(folder);
  if (modelFiles.length > 0 || extensions.length > 0) return { ...models(modelFiles), extensions };
  const location = { file: displayPath(folder), line: 1, column: 1 };
  return {
    ...models([]),
    diagnostics: [problem({ location, message: "no .yaml, .yml or .json file in this folder" })],
  };
};

const models = (files: readonly FoundFile[]): FoundFiles => ({
  models: files,
  extensions: [],
  diagnostics: [],
});

const foundFile = (path: string): FoundFile => ({ path: resolve(path), file: displayPath(path) });

/** Files below a folder; hidden ones and `node_modules` are nobody's model. */
const filesBelow = async (folder: string, enter: (name: string) => boolean): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
      .map(async (entry) => {
        const path = join(folder, entry.name);
        const kind = entry.isSymbolicLink() ? await kindOf(path) : entry.isDirectory() ? "folder" : "file";
        if (kind === "folder") return enter(entry.name) ? filesBelow(path, enter) : [];
        return kind === "file" ? [path] : [];
      }),
  );
  return found.flat();
};

/** TypeScript below every `extensions` folder, tests excepted: those stay with the model. */
const extensionsBelow = async (folder: string): Promise<FoundExtension[]> => {
  const files = await filesBelow(folder, () => true);
  return files.flatMap((path) => {
    const steps = relative(folder, path).split(sep);
    const start = steps.indexOf(EXTENSIONS_FOLDER);
    if (start < 0 || start === steps.length - 1) return [];
    if (!path.endsWith(".ts") || path.endsWith(".test.ts")) return [];
    return [{ ...foundFile(path), relativePath: steps.slice(start + 1).join("/") }];
  });
};

const sortedOnce = <File extends FoundFile>(files: readonly File[]): File[] => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
};
