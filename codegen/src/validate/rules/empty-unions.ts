import { problem } from "../../diagnostics/outcome.js";
import { shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";

/** A union without members has no value. */
export const emptyUnions: ModelRule = (model) =>
  shapesOf(model).flatMap((shape) =>
    shape.type === "union" && shape.members.size === 0 && !shape.traits.has("smithy.api#mixin")
      ? [problem({ location: shape.location, shapeId: shape.id, message: "the union has no members" })]
      : [],
  );
