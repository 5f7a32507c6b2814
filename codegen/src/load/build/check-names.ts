import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { isIdentifier, isShapeId } from "../../model/identifiers.js";
import { shapeNamespace } from "../../model/lookup.js";
import { PRELUDE_NAMESPACE } from "../../model/prelude.js";
import type { AstFile } from "../ast/ast-file.js";
import type { AstShape } from "../ast/ast-schema.js";
import { absoluteId } from "./names.js";

/** Whether a shape, and its members, may be called so. */
export const checkNames = (file: AstFile, name: string, ast: AstShape): Diagnostic[] => {
  const id = absoluteId(name, file.namespace);
  const path = ["shapes", name];
  const shapeProblem = ast.type === "apply" ? targetProblem(id, name) : definitionProblem(id, name);
  if (shapeProblem !== undefined) {
    return [problem({ location: file.locate(path, "key"), shapeId: id, ...shapeProblem })];
  }
  if (!("members" in ast)) return [];
  return Object.keys(ast.members)
    .filter((member) => !isIdentifier(member))
    .map((member) =>
      problem({
        location: file.locate([...path, "members", member], "key"),
        shapeId: id,
        message: `a member cannot be called "${member}"`,
        help: "Names are of letters, digits and underscores, and do not begin with a digit.",
      }),
    );
};

/** What is wrong with a name, and what to do. */
interface NameProblem {
  readonly message: string;
  readonly help: string;
}

const noShapeId = (name: string): NameProblem => ({
  message: `"${name}" is no shape id`,
  help: "Write it like com.example#Name.",
});

const definitionProblem = (id: string, name: string): NameProblem | undefined => {
  if (!isShapeId(id)) return noShapeId(name);
  if (shapeNamespace(id) !== PRELUDE_NAMESPACE) return undefined;
  const message = `the namespace ${PRELUDE_NAMESPACE} is Smithy's own`;
  return { message, help: "Define shapes in a namespace of your own." };
};

/** Traits may be applied to a member too. */
const targetProblem = (id: string, name: string): NameProblem | undefined => {
  const [shape = "", member, ...more] = id.split("$");
  const isRight = isShapeId(shape) && (member === undefined || isIdentifier(member)) && more.length === 0;
  return isRight ? undefined : noShapeId(name);
};
