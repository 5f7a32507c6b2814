import { readFile } from "node:fs/promises";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import { hasErrors, outcomeOf, problem, sortDiagnostics } from "../diagnostics/outcome.js";
import type { Model } from "../model/model.js";
import { type AstFile, checkAst } from "./ast/check-ast.js";
import { buildFile } from "./build/build-file.js";
import { gatherDeclared } from "./build/names.js";
import { findFiles } from "./files/find-files.js";
import type { ExtensionFile, FoundExtension, FoundFile } from "./files/model-files.js";
import { flatten } from "./merge/flatten.js";
import { mergeDrafts } from "./merge/merge-drafts.js";
import { mergeMetadata } from "./merge/merge-metadata.js";
import { parseJson } from "./parse/parse-json.js";
import { parseYaml } from "./parse/parse-yaml.js";
import type { ParsedFile } from "./parse/parsed-file.js";

/** A model, and the TypeScript that belongs to it. */
export interface LoadedModel {
  readonly model: Model;
  /** Sorted by source. */
  readonly extensions: readonly ExtensionFile[];
}

/** The text of a model file. */
export interface ModelText {
  /** As it is shown in diagnostics; the ending tells YAML from JSON. */
  readonly file: string;
  readonly text: string;
}

/**
 * Loads a model from files and folders (searched with their sub-folders).
 * @param paths - their order never shows in the result.
 * @returns the model, or every problem found on the way to it.
 */
export const loadModel = async (paths: readonly string[]): Promise<Outcome<LoadedModel>> => {
  const found = await findFiles(paths);
  if (hasErrors(found.diagnostics)) return { ok: false, diagnostics: found.diagnostics };
  const texts = await Promise.all(found.models.map(readText));
  const extensions = await Promise.all(found.extensions.map(readExtension));
  const built = buildModel(texts);
  const diagnostics = sortDiagnostics([...found.diagnostics, ...built.diagnostics, ...clashes(extensions)]);
  return built.ok ? outcomeOf({ model: built.value, extensions }, diagnostics) : { ok: false, diagnostics };
};

/** Makes a model out of texts; pure, and their order never shows. */
export const buildModel = (texts: readonly ModelText[]): Outcome<Model> => {
  const sorted = [...texts].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const parsed = collect(sorted, parse);
  const checked = collect(parsed.values, checkAst);
  const diagnostics = [...parsed.diagnostics, ...checked.diagnostics];
  // Shapes of a file that could not be read would all be reported as missing.
  if (hasErrors(diagnostics)) return { ok: false, diagnostics };
  return mergeFiles(checked.values);
};

const mergeFiles = (files: readonly AstFile[]): Outcome<Model> => {
  const declared = gatherDeclared(files);
  const built = files.map((file) => buildFile(file, declared));
  const merged = mergeDrafts(built.flatMap(({ drafts }) => drafts));
  const flat = flatten(
    merged.drafts,
    built.flatMap(({ applied }) => applied),
  );
  const { metadata, diagnostics } = mergeMetadata(files);
  return outcomeOf({ metadata, shapes: flat.shapes }, [
    ...built.flatMap((each) => each.diagnostics),
    ...merged.diagnostics,
    ...flat.diagnostics,
    ...diagnostics,
  ]);
};

const parse = ({ file, text }: ModelText): Outcome<ParsedFile> =>
  file.endsWith(".json") ? parseJson(file, text) : parseYaml(file, text);

/** Takes a step for each value: the results of those that succeed, the diagnostics of all. */
const collect = <From, To>(values: readonly From[], step: (value: From) => Outcome<To>) => {
  const outcomes = values.map(step);
  return {
    values: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])),
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
};

const readText = async ({ path, file }: FoundFile): Promise<ModelText> => ({
  file,
  text: await readFile(path, "utf8"),
});

const readExtension = async ({ path, file, relativePath }: FoundExtension): Promise<ExtensionFile> => ({
  path: relativePath,
  source: file,
  contents: await readFile(path, "utf8"),
});

/** Extensions of two folders that would become one file. */
const clashes = (extensions: readonly ExtensionFile[]): Diagnostic[] => {
  const first = new Map<string, ExtensionFile>();
  return extensions.flatMap((extension) => {
    const earlier = first.get(extension.path);
    if (earlier === undefined) first.set(extension.path, extension);
    if (earlier === undefined) return [];
    const message = `becomes the same file as ${earlier.source}`;
    return [
      problem({
        location: { file: extension.source, line: 1, column: 1 },
        message,
        help: "Give one another name.",
      }),
    ];
  });
};
