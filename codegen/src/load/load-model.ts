import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import { outcomeOf, problem, sortDiagnostics } from "../diagnostics/outcome.js";
import type { Model } from "../model/model.js";
import { ANYTHING_UNREAD } from "../model/unread.js";
import type { ExtensionFile } from "./files/model-files.js";
import { readFiles } from "./files/read-files.js";
import { type ModelText, type ReadModel, readTexts } from "./read-texts.js";

export type { ModelText } from "./read-texts.js";

/** A model, and the TypeScript that belongs to it. */
export interface LoadedModel {
  readonly model: Model;
  /** Sorted by source. */
  readonly extensions: readonly ExtensionFile[];
}

/** What could be read of a model and its files, though parts of it may be wrong. */
export interface ReadModelFiles extends ReadModel {
  readonly extensions: readonly ExtensionFile[];
  /** How generated code names the files, by how diagnostics do. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Loads a model from files and folders (searched with their sub-folders).
 * @param paths - their order never shows in the result.
 * @returns the model, or every problem found on the way to it.
 */
export const loadModel = async (paths: readonly string[]): Promise<Outcome<LoadedModel>> => {
  const { model, extensions, diagnostics } = await readModel(paths);
  return outcomeOf({ model, extensions }, diagnostics);
};

/** Makes a model out of texts; pure, and their order never shows. */
export const buildModel = (texts: readonly ModelText[]): Outcome<Model> => {
  const sorted = [...texts].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const { model, diagnostics } = readTexts(sorted);
  return outcomeOf(model, diagnostics);
};

/** Loads what can be loaded of a model, so that what is wrong in one file does not hide what is in others. */
export const readModel = async (paths: readonly string[]): Promise<ReadModelFiles> => {
  const { texts, extensions, sources, isAll, diagnostics } = await readFiles(paths);
  const { model, unread, diagnostics: found } = readTexts(texts, isAll);
  const all = [...diagnostics, ...found, ...clashes(extensions)];
  const read = { model, unread, extensions, sources, diagnostics: sortDiagnostics(all) };
  const [first] = texts;
  const isEmpty = first !== undefined && model.shapes.size === 0 && unread.isEmpty;
  // Where there is nothing at all, no more needs to be said.
  return isEmpty ? { ...read, unread: ANYTHING_UNREAD, diagnostics: [...all, noShapes(first)] } : read;
};

const noShapes = ({ file }: ModelText): Diagnostic =>
  problem({
    location: { file, line: 1, column: 1 },
    message: "the model has no shapes",
    help: "Define a service, and the operations that it has.",
  });

/** Extensions of two folders that would become one file, on any file system. */
const clashes = (extensions: readonly ExtensionFile[]): Diagnostic[] => {
  const first = new Map<string, ExtensionFile>();
  return extensions.flatMap(({ path, file, ...extension }) => {
    const name = path.toLowerCase();
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, { path, file, ...extension });
      return [];
    }
    const message = `becomes the same file as ${earlier.file}`;
    return [problem({ location: { file, line: 1, column: 1 }, message, help: "Give one another name." })];
  });
};
