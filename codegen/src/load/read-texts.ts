import { type Attempt, attemptEach } from "../diagnostics/attempt.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import { ANYTHING_UNREAD, type Unread, unreadShapes } from "../model/unread.js";
import type { AstFile } from "./ast/ast-file.js";
import { checkAst } from "./ast/check-ast.js";
import { buildFile } from "./build/build-file.js";
import { absoluteId, gatherDeclared } from "./build/names.js";
import { flatten } from "./merge/flatten.js";
import { mergeDrafts } from "./merge/merge-drafts.js";
import { mergeMetadata } from "./merge/merge-metadata.js";
import { parseJson } from "./parse/parse-json.js";
import { parseYaml } from "./parse/parse-yaml.js";
import type { ParsedFile } from "./parse/parsed-file.js";

/** The text of a model file. */
export interface ModelText {
  /** As it is shown in diagnostics; the ending tells YAML from JSON. */
  readonly file: string;
  readonly text: string;
}

/** All that could be read of a model: the whole of it where no diagnostic is an error. */
export interface ReadModel {
  readonly model: Model;
  readonly unread: Unread;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what can be read of texts; pure.
 * @param isAll - whether these are all texts of the model.
 */
export const readTexts = (texts: readonly ModelText[], isAll = true): ReadModel => {
  const parsed = attemptEach(texts, parse);
  const checked = attemptEach(parsed.values, checkAst);
  const merged = mergeFiles(checked.values, isAll && checked.values.length === texts.length);
  return { ...merged, diagnostics: [...parsed.diagnostics, ...checked.diagnostics, ...merged.diagnostics] };
};

const parse = ({ file, text }: ModelText): Attempt<ParsedFile> =>
  file.toLowerCase().endsWith(".json") ? parseJson(file, text) : parseYaml(file, text);

/** @param isAll - whether none of the model's files is missing. */
const mergeFiles = (files: readonly AstFile[], isAll: boolean): ReadModel => {
  const declared = gatherDeclared(files);
  const built = files.map((file) => buildFile(file, declared));
  const merged = mergeDrafts(built.flatMap(({ drafts }) => drafts));
  const applied = built.flatMap((each) => each.applied);
  const broken = [
    ...files.flatMap(({ unread, namespace }) => unread.map((name) => absoluteId(name, namespace))),
    ...built.flatMap((each) => each.unread),
    ...merged.ambiguous,
  ];
  const flat = flatten(merged.drafts, applied, isAll ? unreadShapes(broken) : ANYTHING_UNREAD);
  const { metadata, diagnostics } = mergeMetadata(files);
  return {
    model: { metadata, shapes: flat.shapes },
    unread: isAll ? unreadShapes([...broken, ...flat.incomplete]) : ANYTHING_UNREAD,
    diagnostics: [
      ...built.flatMap((each) => each.diagnostics),
      ...merged.diagnostics,
      ...flat.diagnostics,
      ...diagnostics,
    ],
  };
};
