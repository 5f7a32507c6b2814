import { findShape } from "./lookup.js";
import type { Model, Shape, ShapeId } from "./model.js";

/** A shape on the way, and those that it leads to and that are not yet visited. */
interface Visit {
  readonly id: ShapeId;
  readonly left: ShapeId[];
}

/**
 * For each circle of shapes one of them: that which was found first. Without recursion, since a chain of
 * shapes may be longer than the stack.
 * @param next - the shapes that a shape leads to.
 */
export const cycles = (model: Model, next: (shape: Shape) => readonly ShapeId[]): readonly Shape[] => {
  const found = new Map<ShapeId, Shape>();
  const done = new Set<ShapeId>();
  for (const start of model.shapes.keys()) {
    const open = new Set<ShapeId>();
    const way: Visit[] = [];
    const enter = (id: ShapeId): void => {
      const shape = findShape(model, id);
      if (shape === undefined || done.has(id)) return;
      if (open.has(id)) {
        found.set(id, shape);
        return;
      }
      open.add(id);
      way.push({ id, left: [...next(shape)].reverse() });
    };
    enter(start);
    for (let visit = way.at(-1); visit !== undefined; visit = way.at(-1)) {
      const id = visit.left.pop();
      if (id !== undefined) enter(id);
      else {
        open.delete(visit.id);
        done.add(visit.id);
        way.pop();
      }
    }
  }
  return [...found.values()];
};
