import { findShape, membersOf } from "../model/lookup.js";
import type { Member, Model, Shape, ShapeId } from "../model/model.js";

/**
 * A model that contradicts itself although validation let it through.
 *
 * This is a bug of the generator or of its caller, never of the model's author.
 */
export class InconsistentModelError extends Error {
  override readonly name = "InconsistentModelError";
}

/** @returns the shape, the prelude's included @throws InconsistentModelError if there is none */
export function shapeOf(model: Model, id: ShapeId): Shape {
  const shape = findShape(model, id);
  if (shape === undefined) throw new InconsistentModelError(`The model has no shape ${id}.`);
  return shape;
}

/** @returns the members through which a shape refers to others */
export function dataMembers(model: Model, id: ShapeId): readonly Member[] {
  const shape = findShape(model, id);
  if (shape === undefined || shape.type === "enum" || shape.type === "intEnum") return [];
  return membersOf(shape);
}
