import { didYouMean } from "../../diagnostics/nearest.js";
import { nameOfValue } from "../../diagnostics/zod-issues.js";
import type { ValuePath } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type {
  AggregateShape,
  EnumShape,
  ListShape,
  MapShape,
  Member,
  Model,
  Shape,
  ShapeId,
  Traits,
} from "../../model/model.js";
import { isRecord } from "../../model/values.js";
import { checkConstraints } from "./check-constraints.js";
import { checkSimple } from "./check-simple.js";
import { expected, type Misfit } from "./misfit.js";

/** What is checked beyond types and names. */
export interface CheckOptions {
  /**
   * Whether required members must be there, and values keep to lengths, ranges and patterns: what comes from
   * a service may be shown in part.
   */
  readonly constraints: boolean;
}

/** Finds every part of a JSON value that does not fit a shape. */
export const checkValue = (
  model: Model,
  target: ShapeId,
  value: unknown,
  options: CheckOptions,
): readonly Misfit[] => new ValueCheck(model, options).check(target, NO_TRAITS, value, []);

const NO_TRAITS: Traits = new Map();

class ValueCheck {
  readonly #model: Model;
  readonly #constraints: boolean;

  constructor(model: Model, { constraints }: CheckOptions) {
    this.#model = model;
    this.#constraints = constraints;
  }

  /** @param own - traits of the member whose value it is. */
  check(target: ShapeId, own: Traits, value: unknown, path: ValuePath): readonly Misfit[] {
    const shape = findShape(this.#model, target);
    if (shape === undefined) return [];
    const misfits = this.#checkType(shape, value, path);
    return misfits.length === 0 && this.#constraints ? checkConstraints(shape, own, value, path) : misfits;
  }

  #checkType(shape: Shape, value: unknown, path: ValuePath): readonly Misfit[] {
    switch (shape.type) {
      case "service":
      case "resource":
      case "operation":
        return [];
      case "structure":
      case "union":
        return this.#checkAggregate(shape, value, path);
      case "enum":
      case "intEnum":
        return checkEnum(shape, value, path);
      case "list":
        return this.#checkList(shape, value, path);
      case "map":
        return this.#checkMap(shape, value, path);
      default:
        return checkSimple(shape.type, value, path);
    }
  }

  #checkMember({ target, traits }: Member, value: unknown, path: ValuePath): readonly Misfit[] {
    return this.check(target, traits, value, path);
  }

  #checkAggregate(shape: AggregateShape, value: unknown, path: ValuePath): readonly Misfit[] {
    if (!isRecord(value)) return expected("an object", value, path);
    const members = Object.entries(value).flatMap(([name, each]) => {
      const member = shape.members.get(name);
      if (member !== undefined) return this.#checkMember(member, each, [...path, name]);
      const help = didYouMean(name, shape.members.keys());
      return [{ path: [...path, name], message: `${shape.id} has no member ${name}`, help }];
    });
    if (shape.type === "union") return [...members, ...checkOneMember(value, path)];
    return this.#constraints ? [...missing(shape, value, path), ...members] : members;
  }

  #checkList({ member, traits }: ListShape, value: unknown, path: ValuePath): readonly Misfit[] {
    if (!Array.isArray(value)) return expected("a list", value, path);
    return value.flatMap((each: unknown, index) =>
      isHole(each, traits) ? [] : this.#checkMember(member, each, [...path, index]),
    );
  }

  #checkMap({ key, value: member, traits }: MapShape, value: unknown, path: ValuePath): readonly Misfit[] {
    if (!isRecord(value)) return expected("an object", value, path);
    return Object.entries(value).flatMap(([name, each]) => [
      ...this.#checkMember(key, name, [...path, name]),
      ...(isHole(each, traits) ? [] : this.#checkMember(member, each, [...path, name])),
    ]);
  }
}

/** Whether it is a null where the collection allows such. */
const isHole = (value: unknown, traits: Traits): boolean => value === null && traits.has("smithy.api#sparse");

const missing = (
  { members }: AggregateShape,
  value: Readonly<Record<string, unknown>>,
  path: ValuePath,
): readonly Misfit[] =>
  [...members.values()]
    .filter(({ name, traits }) => isDemanded(traits) && !Object.hasOwn(value, name))
    .map(({ name }) => ({ path, message: `the required member ${name} is missing` }));

const isDemanded = (traits: Traits): boolean =>
  traits.has("smithy.api#required") &&
  !traits.has("smithy.api#default") &&
  !traits.has("smithy.api#clientOptional");

const checkOneMember = (value: Readonly<Record<string, unknown>>, path: ValuePath): readonly Misfit[] => {
  const count = Object.keys(value).length;
  return count === 1 ? [] : [{ path, message: `expected one member of the union, found ${count}` }];
};

const checkEnum = ({ id, members }: EnumShape, value: unknown, path: ValuePath): readonly Misfit[] => {
  const values = [...members.values()].map(({ traits }) => traits.get("smithy.api#enumValue"));
  if (values.includes(value)) return [];
  const help = typeof value === "string" ? didYouMean(value, values.map(String)) : undefined;
  return [
    {
      path,
      message: `${id} has no value ${nameOfValue(value)}`,
      help: help ?? `It has: ${values.join(", ")}.`,
    },
  ];
};
