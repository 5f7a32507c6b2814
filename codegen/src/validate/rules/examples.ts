import type { z } from "zod";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMeanId } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type { Model, OperationShape } from "../../model/model.js";
import type { Unread } from "../../model/unread.js";
import { shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { examples as examplesValue } from "../traits/trait-values.js";
import { checkValue } from "../values/check-value.js";
import type { Misfit } from "../values/misfit.js";

const EXAMPLES = "smithy.api#examples";

/** Examples are shown to users, and run: they must fit the shapes of their operation. */
export const examples: ModelRule = (model, unread) =>
  shapesOf(model).flatMap((shape) => {
    if (shape.type !== "operation") return [];
    const value = examplesValue.safeParse(shape.traits.get(EXAMPLES));
    if (!value.success) return [];
    return value.data.flatMap((example, index) =>
      checkExample(model, shape, example, unread).map((misfit) => diagnose(shape, index, misfit)),
    );
  });

type Example = z.output<typeof examplesValue>[number];

const checkExample = (
  model: Model,
  operation: OperationShape,
  example: Example,
  unread: Unread,
): readonly Misfit[] => {
  const { input = {}, output, error } = example;
  const constraints = example.allowConstraintErrors !== true;
  return [
    ...under(["input"], checkValue(model, operation.input.target, input, { constraints })),
    ...(output === undefined
      ? []
      : under(["output"], checkValue(model, operation.output.target, output, { constraints: false }))),
    ...(error === undefined ? [] : checkError(model, error, unread)),
  ];
};

const checkError = (
  model: Model,
  { shapeId, content = {} }: NonNullable<Example["error"]>,
  unread: Unread,
): readonly Misfit[] => {
  if (findShape(model, shapeId) === undefined) {
    if (unread.has(shapeId)) return [];
    const help = didYouMeanId(shapeId, model.shapes.keys());
    return [{ path: ["error", "shapeId"], message: `the shape ${shapeId} does not exist`, help }];
  }
  return under(["error", "content"], checkValue(model, shapeId, content, { constraints: false }));
};

const under = (above: Misfit["path"], misfits: readonly Misfit[]): readonly Misfit[] =>
  misfits.map((misfit) => ({ ...misfit, path: [...above, ...misfit.path] }));

const diagnose = (
  { id, traits, location }: OperationShape,
  index: number,
  { path, message, help }: Misfit,
): Diagnostic =>
  problem({
    location: locateTrait(traits, EXAMPLES, [index, ...path], location),
    shapeId: id,
    message: `example ${index + 1}, ${path.join(".")}: ${message}`,
    help,
  });
