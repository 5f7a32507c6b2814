import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { isIdentifier } from "../../model/identifiers.js";
import { findShape } from "../../model/lookup.js";
import type { Model, ShapeId } from "../../model/model.js";
import type { ServiceRule } from "../rule.js";

/** What a service calls a shape otherwise must be a name, no other shape's name, and not that of an operation. */
export const renames: ServiceRule = (model, { id: shapeId, rename, location }) => {
  const taken = new Map<string, ShapeId>();
  return [...rename].flatMap(([id, name]): Diagnostic[] => {
    const earlier = taken.get(name);
    if (earlier === undefined) taken.set(name, id);
    const message =
      renameProblem(model, id, name) ?? (earlier && `${id} is renamed to ${name}, as ${earlier} is`);
    return message === undefined ? [] : [problem({ location, shapeId, message })];
  });
};

const renameProblem = (model: Model, id: ShapeId, name: string): string | undefined => {
  if (!isIdentifier(name)) return `${id} is renamed to "${name}", which is no name`;
  const type = findShape(model, id)?.type;
  return type === "operation" || type === "resource" || type === "service"
    ? `${id} is renamed to ${name}, but is of type ${type}: only data can be renamed`
    : undefined;
};
