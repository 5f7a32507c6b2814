import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import type { AstShape } from "../ast/ast-schema.js";
import type { AstFile } from "../ast/check-ast.js";
import { buildDraft } from "./build-shape.js";
import type { AppliedTraits, Draft, Drafts } from "./draft.js";
import { createFileScope } from "./file-scope.js";
import { absoluteId, type Declared, isAbsoluteId, isIdentifier, isNamespace } from "./names.js";

/** Reads all that a file defines; names that Smithy does not allow are found here. */
export const buildFile = (
  file: AstFile,
  declared: Declared,
): Drafts & { readonly diagnostics: readonly Diagnostic[] } => {
  const scope = createFileScope(file, declared);
  const drafts: Draft[] = [];
  const applied: AppliedTraits[] = [];
  const diagnostics: Diagnostic[] = [...checkNamespace(file)];
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

const checkNamespace = ({ namespace, locate }: AstFile): Diagnostic[] =>
  namespace === undefined || isNamespace(namespace)
    ? []
    : [
        problem({
          location: locate(["namespace"], "value"),
          message: `"${namespace}" is no namespace`,
          help: "Write it like com.example.things.",
        }),
      ];

const checkNames = ({ namespace, format, locate }: AstFile, name: string, ast: AstShape): Diagnostic[] => {
  const id = absoluteId(name, namespace);
  const path = ["shapes", name];
  if (!isAbsoluteId(id)) {
    const missing = !name.includes("#") && namespace === undefined;
    const help =
      missing && format === "yaml" ? "State the file's namespace." : "Write it like com.example#Name.";
    return [
      problem({ location: locate(path, "key"), shapeId: id, message: `"${name}" is no shape id`, help }),
    ];
  }
  if (!("members" in ast)) return [];
  return Object.keys(ast.members)
    .filter((member) => !isIdentifier(member))
    .map((member) =>
      problem({
        location: locate([...path, "members", member], "key"),
        shapeId: id,
        message: `a member cannot be called "${member}"`,
        help: "Names are of letters, digits and underscores, and do not begin with a digit.",
      }),
    );
};
