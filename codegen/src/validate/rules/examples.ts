import type { z } from "zod";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMeanId } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type { Model, OperationShape } from "../../model/model.js";
import { checkValue, type Misfit } from "../examples/check-value.js";
import { shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { examples as examplesValue } from "../traits/trait-values.js";

const EXAMPLES = "smithy.api#examples";

/** Examples are shown to users, and run: they must fit the shapes of their operation. */
export const examples: ModelRule = (model) =>
  shapesOf(model).flatMap((shape) => {
    if (shape.type !== "operation") return [];
    const value = examplesValue.safeParse(shape.traits.get(EXAMPLES));
    if (!value.success) return [];
    return value.data.flatMap((example, index) =>
      checkExample(model, shape, example).map((misfit) => diagnose(shape, index, misfit)),
    );
  });

type Example = z.output<typeof examplesValue>[number];

const checkExample = (model: Model, operation: OperationShape, example: Example): readonly Misfit[] => {
  const { input = {}, output, error } = example;
  const required = example.allowConstraintErrors !== true;
  return [
    ...under(["input"], checkValue(model, operation.input.target, input, { required })),
    ...(output === undefined
      ? []
      : under(["output"], checkValue(model, operation.output.target, output, { required: false }))),
    ...(error === undefined ? [] : checkError(model, error)),
  ];
};

const checkError = (
  model: Model,
  { shapeId, content = {} }: NonNullable<Example["error"]>,
): readonly Misfit[] => {
  if (findShape(model, shapeId) === undefined) {
    const help = didYouMeanId(shapeId, model.shapes.keys());
    return [{ path: ["error", "shapeId"], message: `the shape ${shapeId} does not exist`, help }];
  }
  return under(["error", "content"], checkValue(model, shapeId, content, { required: false }));
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
