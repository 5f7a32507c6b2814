import type { ShapeId, TraitId } from "../../model/model.js";
import { PRELUDE_NAMESPACE, PRELUDE_SHAPES } from "../../model/prelude.js";
import type { AstFile } from "../ast/ast-file.js";

/** What the files of a model define, by absolute id. */
export interface Declared {
  readonly shapes: ReadonlySet<ShapeId>;
  /** The shapes that define a trait, and those of which nobody knows. */
  readonly traits: ReadonlySet<TraitId>;
}

/** The absolute id of a shape that a file defines. */
export const absoluteId = (name: string, namespace: string | undefined): ShapeId =>
  name.includes("#") || namespace === undefined ? name : `${namespace}#${name}`;

/** Gathers what all files define: a name resolves to a shape of any file of its namespace. */
export const gatherDeclared = (files: readonly AstFile[]): Declared => {
  const shapes = new Set<ShapeId>();
  const traits = new Set<TraitId>();
  for (const { namespace, shapes: definitions, unread } of files) {
    for (const name of unread) {
      shapes.add(absoluteId(name, namespace));
      traits.add(absoluteId(name, namespace));
    }
    for (const [name, shape] of Object.entries(definitions)) {
      if (shape.type === "apply") continue;
      const id = absoluteId(name, namespace);
      shapes.add(id);
      const own = shape.traits ?? {};
      if ("trait" in own || "smithy.api#trait" in own) traits.add(id);
    }
  }
  return { shapes, traits };
};

/** Makes a shape's name absolute: the file's namespace first, then the prelude. */
export const resolveShape = (name: string, namespace: string | undefined, declared: Declared): ShapeId => {
  if (name.includes("#") || namespace === undefined) return name;
  const own = `${namespace}#${name}`;
  const prelude = `${PRELUDE_NAMESPACE}#${name}`;
  return PRELUDE_SHAPES.has(prelude) && !declared.shapes.has(own) ? prelude : own;
};

/** Makes a trait's name absolute: a trait that the file's namespace defines, else the prelude's. */
export const resolveTrait = (name: string, namespace: string | undefined, declared: Declared): TraitId => {
  if (name.includes("#")) return name;
  const own = `${namespace}#${name}`;
  return namespace !== undefined && declared.traits.has(own) ? own : `${PRELUDE_NAMESPACE}#${name}`;
};
