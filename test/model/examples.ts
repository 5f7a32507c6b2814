import { findShape } from "../../codegen/src/model/lookup.js";
import type { AggregateShape, Member, Model, OperationShape, Shape } from "../../codegen/src/model/model.js";

interface Example {
  readonly title: string;
  readonly input?: unknown;
  readonly output?: unknown;
}

/** What is wrong with the examples of an operation: none at all, or values that its shapes do not allow. */
export const problemsOfExample = (model: Model, operation: OperationShape): readonly string[] => {
  const examples = operation.traits.get("smithy.api#examples") as readonly Example[] | undefined;
  if (examples === undefined || examples.length === 0) return [`${operation.id}: no example`];
  return examples.flatMap(({ title, input, output }) => [
    ...problemsOfValue(model, operation.input.target, input, `${operation.id} "${title}" input`),
    ...problemsOfValue(model, operation.output.target, output, `${operation.id} "${title}" output`),
  ]);
};

const problemsOfValue = (model: Model, target: string, value: unknown, path: string): readonly string[] => {
  const shape = findShape(model, target);
  switch (shape?.type) {
    case "structure":
      return problemsOfStructure(model, shape, value, path);
    case "list":
      if (!Array.isArray(value)) return [`${path}: not a list`];
      return value.flatMap((each, index) =>
        problemsOfValue(model, shape.member.target, each, `${path}[${index}]`),
      );
    default:
      return shape !== undefined && isAllowed(shape, value) ? [] : [`${path}: ${JSON.stringify(value)}`];
  }
};

const problemsOfStructure = (
  model: Model,
  shape: AggregateShape,
  value: unknown,
  path: string,
): readonly string[] => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return [`${path}: not a structure`];
  const members: ReadonlyMap<string, Member> = shape.members;
  const missing = [...members.values()]
    .filter(({ name, traits }) => traits.has("smithy.api#required") && !(name in value))
    .map(({ name }) => `${path}.${name}: missing`);
  const wrong = Object.entries(value).flatMap(([name, each]) => {
    const member = members.get(name);
    if (member === undefined) return [`${path}.${name}: unknown`];
    return [
      ...problemsOfValue(model, member.target, each, `${path}.${name}`),
      ...(isInRange(member, each) ? [] : [`${path}.${name}: out of range`]),
    ];
  });
  return [...missing, ...wrong];
};

const isAllowed = (shape: Shape, value: unknown): boolean => {
  switch (shape.type) {
    case "enum":
      return [...shape.members.values()].some(({ traits }) => traits.get("smithy.api#enumValue") === value);
    case "string":
      return typeof value === "string" && value !== "";
    case "boolean":
      return typeof value === "boolean";
    case "integer":
      return Number.isInteger(value);
    case "double":
      return typeof value === "number";
    default:
      return false;
  }
};

const isInRange = ({ traits }: Member, value: unknown): boolean => {
  const range = traits.get("smithy.api#range") as
    | { readonly min?: number; readonly max?: number }
    | undefined;
  if (range === undefined || typeof value !== "number") return true;
  return value >= (range.min ?? -Infinity) && value <= (range.max ?? Infinity);
};
