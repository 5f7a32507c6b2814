import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMeanId } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { findShape, membersOf } from "../../model/lookup.js";
import type { Model, Reference, Shape } from "../../model/model.js";
import { PRELUDE_SHAPES } from "../../model/prelude.js";
import { memberId, shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";

/** Every shape that is named must exist. */
export const danglingTargets: ModelRule = (model, unread) =>
  shapesOf(model)
    .flatMap(namedBy)
    .filter(({ reference: { target } }) => findShape(model, target) === undefined && !unread.has(target))
    .map(({ id, reference }) => dangling(model, id, reference));

/** A reference, and who makes it. */
interface Named {
  readonly id: string;
  readonly reference: Reference;
}

const namedBy = (shape: Shape): readonly Named[] => [
  ...membersOf(shape).map((member) => ({ id: memberId(shape, member), reference: member })),
  ...referencesOf(shape).map((reference) => ({ id: shape.id, reference })),
];

const referencesOf = (shape: Shape): readonly Reference[] => {
  switch (shape.type) {
    case "operation":
      return [shape.input, shape.output, ...shape.errors];
    case "service":
      return [...shape.operations, ...shape.resources, ...shape.errors, ...renamed(shape)];
    case "resource":
      return [
        ...shape.identifiers.values(),
        ...shape.properties.values(),
        ...shape.lifecycle.values(),
        ...shape.operations,
        ...shape.collectionOperations,
        ...shape.resources,
      ];
    default:
      return [];
  }
};

const renamed = ({ rename, location }: Extract<Shape, { readonly type: "service" }>): readonly Reference[] =>
  [...rename.keys()].map((target) => ({ target, location }));

const dangling = (model: Model, shapeId: string, { target, location }: Reference): Diagnostic =>
  problem({
    location,
    shapeId,
    message: `the shape ${target} does not exist`,
    help:
      didYouMeanId(target, [...model.shapes.keys(), ...PRELUDE_SHAPES.keys()]) ??
      "Define it, or correct the name.",
  });
