import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { AstFile } from "../ast/ast-file.js";
import { buildDraft } from "./build-shape.js";
import { checkNames } from "./check-names.js";
import type { AppliedTraits, Draft, Drafts } from "./draft.js";
import { createFileScope } from "./file-scope.js";
import { absoluteId, type Declared } from "./names.js";

/** Reads all that a file defines; names that Smithy does not allow are found here. */
export const buildFile = (
  file: AstFile,
  declared: Declared,
): Drafts & { readonly diagnostics: readonly Diagnostic[] } => {
  const scope = createFileScope(file, declared);
  const drafts: Draft[] = [];
  const applied: AppliedTraits[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, ast] of Object.entries(file.shapes)) {
    diagnostics.push(...checkNames(file, name, ast));
    const path = ["shapes", name];
    if (ast.type === "apply") {
      const traits = scope.traits(ast.traits, [...path, "traits"]);
      applied.push({ target: absoluteId(name, file.namespace), traits, location: scope.place(path, "key") });
    } else {
      drafts.push(buildDraft(scope, name, ast));
    }
  }
  return { drafts, applied, diagnostics };
};
