import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { nameOfValue } from "../../diagnostics/zod-issues.js";
import { locateTrait } from "../../model/located-traits.js";
import type { EnumShape, Member } from "../../model/model.js";
import { memberId, shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";

const ENUM_VALUE = "smithy.api#enumValue";

/** An enum has members, each with a value of its own and of the enum's kind. */
export const enumValues: ModelRule = (model) =>
  shapesOf(model).flatMap((shape) =>
    shape.type === "enum" || shape.type === "intEnum" ? checkEnum(shape) : [],
  );

const checkEnum = (shape: EnumShape): Diagnostic[] => {
  if (shape.members.size === 0 && !shape.traits.has("smithy.api#mixin")) {
    return [
      problem({ location: shape.location, shapeId: shape.id, message: `the ${shape.type} has no members` }),
    ];
  }
  const holders = new Map<unknown, Member>();
  return [...shape.members.values()].flatMap((member) => {
    const value = member.traits.get(ENUM_VALUE);
    const earlier = holders.get(value);
    if (earlier === undefined) holders.set(value, member);
    const message = valueProblem(shape, value) ?? (earlier && `has the same value as ${earlier.name}`);
    if (message === undefined) return [];
    const location = locateTrait(member.traits, ENUM_VALUE, [], member.location);
    return [problem({ location, shapeId: memberId(shape, member), message })];
  });
};

/** The largest and smallest value of an intEnum: it has 32 bits. */
const MAX_INT = 2 ** 31 - 1;
const MIN_INT = -(2 ** 31);

const valueProblem = ({ type }: EnumShape, value: unknown): string | undefined => {
  if (value === undefined) return 'lacks the trait "enumValue"';
  if (type === "enum") {
    return typeof value === "string" && value !== ""
      ? undefined
      : `the value must be a text, found ${nameOfValue(value)}`;
  }
  return Number.isInteger(value) && Number(value) >= MIN_INT && Number(value) <= MAX_INT
    ? undefined
    : `the value must be a whole number of 32 bits, found ${nameOfValue(value)}`;
};
