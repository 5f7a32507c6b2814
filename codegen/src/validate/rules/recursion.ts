import { problem } from "../../diagnostics/outcome.js";
import { findShape, membersOf } from "../../model/lookup.js";
import type { Model, Shape, ShapeId } from "../../model/model.js";
import type { ModelRule } from "../rule.js";

/**
 * A shape may contain itself only where a value can end: not through lists and maps alone, which
 * would have no type, and not through required members alone, which would have no value.
 * @see https://smithy.io/2.0/spec/aggregate-types.html#recursive-shape-definitions
 */
export const recursion: ModelRule = (model) => [
  ...cycles(model, containedAlways).map((shape) =>
    problem({
      ...about(shape),
      message: "contains itself through lists and maps alone",
      help: "Put a structure in between.",
    }),
  ),
  ...cycles(model, requiredAlways).map((shape) =>
    problem({
      ...about(shape),
      message: "requires itself, so that it has no value",
      help: "Make a member on the way optional.",
    }),
  ),
];

const about = ({
  id,
  location,
}: Shape): { readonly shapeId: ShapeId; readonly location: Shape["location"] } => ({
  shapeId: id,
  location,
});

const containedAlways = (shape: Shape): readonly ShapeId[] =>
  shape.type === "list" || shape.type === "map" ? membersOf(shape).map(({ target }) => target) : [];

const requiredAlways = (shape: Shape): readonly ShapeId[] =>
  shape.type === "structure"
    ? membersOf(shape)
        .filter(({ traits }) => traits.has("smithy.api#required"))
        .map(({ target }) => target)
    : [];

/** For each cycle the first shape that was found on it. */
const cycles = (model: Model, next: (shape: Shape) => readonly ShapeId[]): readonly Shape[] => {
  const found: Shape[] = [];
  const state = new Map<ShapeId, "open" | "done">();
  const visit = (id: ShapeId): void => {
    const shape = findShape(model, id);
    if (shape === undefined || state.get(id) === "done") return;
    if (state.get(id) === "open") {
      found.push(shape);
      return;
    }
    state.set(id, "open");
    next(shape).forEach(visit);
    state.set(id, "done");
  };
  [...model.shapes.keys()].forEach(visit);
  return found;
};
