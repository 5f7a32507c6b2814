import type { z } from "zod";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { problem, warning } from "../../diagnostics/outcome.js";
import { locateTrait, type ValuePath } from "../../model/located-traits.js";
import { shapeName } from "../../model/lookup.js";
import type { Model, OperationShape } from "../../model/model.js";
import { shapesOf } from "../holders.js";
import { checkPath } from "../jmespath/check-path.js";
import type { KnownValue } from "../jmespath/known-value.js";
import type { ModelRule } from "../rule.js";
import { waitable } from "../traits/trait-values.js";

const WAITABLE = "smithy.waiters#waitable";

type Matcher = z.output<typeof waitable>[string]["acceptors"][number]["matcher"];

/** What a waiter looks at must be there. */
export const waiters: ModelRule = (model, unread) =>
  shapesOf(model).flatMap((shape) => {
    if (shape.type !== "operation") return [];
    const value = waitable.safeParse(shape.traits.get(WAITABLE));
    if (!value.success) return [];
    return Object.entries(value.data).flatMap(([name, { acceptors }]) =>
      acceptors.flatMap(({ matcher }, index) => {
        const at: ValuePath = [name, "acceptors", index, "matcher"];
        return [
          ...checkPaths(model, shape, matcher, at),
          ...(unread.isEmpty ? checkErrorType(model, shape, matcher, at) : []),
        ];
      }),
    );
  });

const checkPaths = (
  model: Model,
  operation: OperationShape,
  { output, inputOutput }: Matcher,
  at: ValuePath,
): Diagnostic[] => {
  const given: KnownValue = { kind: "shape", id: operation.input.target };
  const taken: KnownValue = { kind: "shape", id: operation.output.target };
  const fields = new Map([
    ["input", given],
    ["output", taken],
  ]);
  const check = (path: string | undefined, root: KnownValue, matcher: string): Diagnostic[] =>
    (path === undefined ? [] : checkPath(model, path, root)).map((wrong) =>
      problem({
        ...about(operation, [...at, matcher, "path"]),
        message: `waitable: the path "${path}": ${wrong.problem}`,
        help: wrong.help,
      }),
    );
  return [
    ...check(output?.path, taken, "output"),
    ...check(inputOutput?.path, { kind: "fields", fields }, "inputOutput"),
  ];
};

/** An error that the model does not know may come nevertheless; more likely its name is misspelt. */
const checkErrorType = (
  model: Model,
  operation: OperationShape,
  { errorType }: Matcher,
  at: ValuePath,
): Diagnostic[] => {
  if (errorType === undefined) return [];
  const errors = [...model.shapes.values()].filter(({ traits }) => traits.has("smithy.api#error"));
  const names = errors.map(({ id }) => shapeName(id));
  if (names.includes(shapeName(errorType))) return [];
  const message = `waitable: the model has no error ${errorType}`;
  const help = didYouMean(shapeName(errorType), names);
  return [warning({ ...about(operation, [...at, "errorType"]), message, help })];
};

const about = (
  { id, traits, location }: OperationShape,
  at: ValuePath,
): Pick<Diagnostic, "location" | "shapeId"> => ({
  location: locateTrait(traits, WAITABLE, at, location),
  shapeId: id,
});
