import { problem } from "../../diagnostics/outcome.js";
import { cycles } from "../../model/cycles.js";
import { membersOf } from "../../model/lookup.js";
import type { Shape, ShapeId } from "../../model/model.js";
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
  ...cycles(model, subResources).map((shape) =>
    problem({
      ...about(shape),
      message: "is a resource below itself",
      help: 'Take it out of the "resources" of one of those below it.',
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

const subResources = (shape: Shape): readonly ShapeId[] =>
  shape.type === "resource" ? shape.resources.map(({ target }) => target) : [];

const containedAlways = (shape: Shape): readonly ShapeId[] =>
  shape.type === "list" || shape.type === "map" ? membersOf(shape).map(({ target }) => target) : [];

const requiredAlways = (shape: Shape): readonly ShapeId[] => {
  const members = membersOf(shape);
  // A union of one member has no way around it.
  const isForced = shape.type === "union" && members.length === 1;
  if (shape.type !== "structure" && !isForced) return [];
  return members
    .filter(({ traits }) => isForced || traits.has("smithy.api#required"))
    .map(({ target }) => target);
};
