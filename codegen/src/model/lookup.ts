import type { Member, Model, Shape, ShapeId } from "./model.js";
import { PRELUDE_SHAPES } from "./prelude.js";

/** The shape of that id, the prelude's included. */
export const findShape = (model: Model, id: ShapeId): Shape | undefined =>
  model.shapes.get(id) ?? PRELUDE_SHAPES.get(id);

/** A shape's members in source order; a list has one, a map two, a shape without members none. */
export const membersOf = (shape: Shape): readonly Member[] => {
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return [...shape.members.values()];
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    default:
      return [];
  }
};

/** The part of a shape id after `#`, without the member's name. */
export const shapeName = (id: ShapeId): string => id.slice(id.indexOf("#") + 1).replace(/\$.*$/u, "");

/** The part of a shape id before `#`. */
export const shapeNamespace = (id: ShapeId): string => id.slice(0, id.indexOf("#"));
