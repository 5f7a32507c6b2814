import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ShapeId } from "../../model/model.js";
import type { AstFile } from "../ast/ast-file.js";
import { buildDraft } from "./build-shape.js";
import { checkNames } from "./check-names.js";
import type { AppliedTraits, Draft, Drafts } from "./draft.js";
import { FileScope } from "./file-scope.js";
import { absoluteId, type Declared } from "./names.js";

/** What a file brings, and what in it is wrong. */
export interface BuiltFile extends Drafts {
  /** Shapes that are left aside, for what they are called. */
  readonly unread: readonly ShapeId[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all that a file defines; names that Smithy does not allow are found here. */
export const buildFile = (file: AstFile, declared: Declared): BuiltFile => {
  const scope = new FileScope(file, declared);
  const drafts: Draft[] = [];
  const applied: AppliedTraits[] = [];
  const unread: ShapeId[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, ast] of Object.entries(file.shapes)) {
    const wrong = checkNames(file, name, ast);
    diagnostics.push(...wrong);
    const path = ["shapes", name];
    if (wrong.length > 0) unread.push(absoluteId(name, file.namespace));
    else if (ast.type === "apply") {
      const traits = scope.traits(ast.traits, [...path, "traits"]);
      applied.push({ target: absoluteId(name, file.namespace), traits, location: scope.place(path, "key") });
    } else {
      drafts.push(buildDraft(scope, name, ast));
    }
  }
  return { drafts, applied, unread, diagnostics };
};
