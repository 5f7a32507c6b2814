import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait, type ValuePath } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type { Model, OperationShape, Reference } from "../../model/model.js";
import { shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { waitable } from "../traits/trait-values.js";

const WAITABLE = "smithy.waiters#waitable";

/** The name at the beginning of a JMESPath expression, if it begins with one. */
const FIRST_NAME = /^([A-Za-z_][A-Za-z0-9_]*)(?![A-Za-z0-9_(])/u;

/** What a waiter looks at must be there. */
export const waiters: ModelRule = (model) =>
  shapesOf(model).flatMap((shape) => {
    if (shape.type !== "operation") return [];
    const value = waitable.safeParse(shape.traits.get(WAITABLE));
    if (!value.success) return [];
    return Object.entries(value.data).flatMap(([name, { acceptors }]) =>
      acceptors.flatMap(({ matcher: { output, inputOutput } }, index) => {
        const below: ValuePath = [name, "acceptors", index, "matcher"];
        return [
          ...(output === undefined
            ? []
            : checkOutput(model, shape, output.path, [...below, "output", "path"])),
          ...(inputOutput === undefined
            ? []
            : checkBoth(shape, inputOutput.path, [...below, "inputOutput", "path"])),
        ];
      }),
    );
  });

const checkOutput = (model: Model, operation: OperationShape, path: string, at: ValuePath): Diagnostic[] => {
  const [, first] = FIRST_NAME.exec(path) ?? [];
  const members = membersOfOutput(model, operation.output);
  if (first === undefined || members === undefined || members.includes(first)) return [];
  return [
    wrongPath(
      operation,
      at,
      `the path "${path}" begins with ${first}, which the output does not have`,
      didYouMean(first, members),
    ),
  ];
};

const membersOfOutput = (model: Model, { target }: Reference): readonly string[] | undefined => {
  const output = findShape(model, target);
  return output?.type === "structure" ? [...output.members.keys()] : undefined;
};

const checkBoth = (operation: OperationShape, path: string, at: ValuePath): Diagnostic[] => {
  const [, first] = FIRST_NAME.exec(path) ?? [];
  if (first === undefined || first === "input" || first === "output") return [];
  return [wrongPath(operation, at, `the path "${path}" must begin with input or output`)];
};

const wrongPath = (
  { id, traits, location }: OperationShape,
  at: ValuePath,
  message: string,
  help?: string,
): Diagnostic =>
  problem({
    location: locateTrait(traits, WAITABLE, at, location),
    shapeId: id,
    message: `waitable: ${message}`,
    help,
  });
