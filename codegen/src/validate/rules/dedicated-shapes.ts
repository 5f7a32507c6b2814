import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { findShape, membersOf } from "../../model/lookup.js";
import type { Model, OperationShape, Reference, Shape, ShapeId } from "../../model/model.js";
import { memberId, shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";

/**
 * What has the trait `input` is the input of one operation, and nothing else; `output` likewise.
 * @see https://smithy.io/2.0/spec/type-refinement-traits.html#input-trait
 */
export const dedicatedShapes: ModelRule = (model) => {
  const owners = new Map<string, ShapeId>();
  return shapesOf(model).flatMap((shape) =>
    usesOf(shape).flatMap(({ by, as, reference }) =>
      SIDES.flatMap((side) => checkUse(model, owners, side, { by, as, reference })),
    ),
  );
};

const SIDES = ["input", "output"] as const;

/** A place where a shape is named. */
interface Use {
  /** Who names it. */
  readonly by: ShapeId;
  readonly as: "input" | "output" | "error" | "member";
  readonly reference: Reference;
}

const usesOf = (shape: Shape): readonly Use[] =>
  shape.type === "operation"
    ? operationUses(shape)
    : membersOf(shape).map((member) => ({ by: memberId(shape, member), as: "member", reference: member }));

const operationUses = ({ id: by, input, output, errors }: OperationShape): readonly Use[] => [
  { by, as: "input", reference: input },
  { by, as: "output", reference: output },
  ...errors.map((reference): Use => ({ by, as: "error", reference })),
];

/** @param owners - the operation that was found first for each shape. */
const checkUse = (
  model: Model,
  owners: Map<string, ShapeId>,
  side: (typeof SIDES)[number],
  { by, as, reference: { target, location } }: Use,
): Diagnostic[] => {
  if (findShape(model, target)?.traits.has(`smithy.api#${side}`) !== true) return [];
  const owner = owners.get(target);
  if (as === side && owner === undefined) {
    owners.set(target, by);
    return [];
  }
  const message =
    as === side ? `${target} is the ${side} of ${owner} already` : `${target} can be nothing but an ${side}`;
  const help = `Give each a structure of its own, or leave the trait "${side}" out.`;
  return [problem({ location, shapeId: by, message, help })];
};
