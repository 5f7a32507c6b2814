import type { Model, ShapeId } from "../model/model.js";
import { dataMembers } from "./shape-access.js";

/** @returns the given shapes and all that their members lead to */
export function reachableFrom(model: Model, roots: Iterable<ShapeId>): ReadonlySet<ShapeId> {
  const reached = new Set<ShapeId>();
  const waiting = [...roots];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...dataMembers(model, id).map((member) => member.target));
  }
  return reached;
}

/** @returns the shapes that some member of the given ones targets */
export function memberTargets(model: Model, ids: Iterable<ShapeId>): ReadonlySet<ShapeId> {
  return new Set([...ids].flatMap((id) => dataMembers(model, id).map((member) => member.target)));
}
