import type { Member, Model, OperationShape, ResourceShape, Shape, ShapeId } from "../model/model.js";

/**
 * A model that contradicts itself although validation let it through.
 *
 * This is a bug of the generator or of its caller, never of the model's author.
 */
export class InconsistentModelError extends Error {
  override readonly name = "InconsistentModelError";
}

/** @throws InconsistentModelError if the model has no such shape */
export function shapeOf(model: Model, id: ShapeId): Shape {
  const shape = model.shapes.get(id);
  if (shape === undefined) throw new InconsistentModelError(`The model has no shape ${id}.`);
  return shape;
}

/** @throws InconsistentModelError if the shape is no operation */
export function operationOf(model: Model, id: ShapeId): OperationShape {
  const shape = shapeOf(model, id);
  if (shape.type !== "operation") throw new InconsistentModelError(`${id} is no operation.`);
  return shape;
}

/** @throws InconsistentModelError if the shape is no resource */
export function resourceOf(model: Model, id: ShapeId): ResourceShape {
  const shape = shapeOf(model, id);
  if (shape.type !== "resource") throw new InconsistentModelError(`${id} is no resource.`);
  return shape;
}

/** @returns the members through which a shape refers to others; none for prelude shapes */
export function membersOf(model: Model, id: ShapeId): readonly Member[] {
  const shape = model.shapes.get(id);
  switch (shape?.type) {
    case "structure":
    case "union":
      return [...shape.members.values()];
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    default:
      return [];
  }
}
