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
} from "../../model/model.js";
import { isRecord } from "../../model/values.js";

/** Where a value does not fit its shape. */
export interface Misfit {
  readonly path: ValuePath;
  readonly message: string;
  readonly help?: string | undefined;
}

/** What is checked beyond types and names. */
export interface CheckOptions {
  /** Whether required members must be there: what comes from a service may be shown in part. */
  readonly required: boolean;
}

/** Kinds of JSON values that a simple shape may have in an example. */
const JSON_KINDS: Readonly<Record<string, readonly string[]>> = {
  string: ["string"],
  blob: ["string"],
  boolean: ["boolean"],
  timestamp: ["string", "number"],
  bigInteger: ["number", "string"],
  bigDecimal: ["number", "string"],
  byte: ["number"],
  short: ["number"],
  integer: ["number"],
  long: ["number"],
  // NaN and the infinities are written as strings.
  float: ["number", "string"],
  double: ["number", "string"],
};

/** Finds every part of a JSON value that does not fit a shape. */
export const checkValue = (
  model: Model,
  target: ShapeId,
  value: unknown,
  options: CheckOptions,
  path: ValuePath = [],
): readonly Misfit[] => {
  const shape = findShape(model, target);
  switch (shape?.type) {
    case "structure":
      return checkStructure(model, shape, value, options, path);
    case "union":
      return [...checkMembers(model, shape, value, options, path), ...checkOneMember(value, path)];
    case "list":
      return checkList(model, shape, value, options, path);
    case "map":
      return checkMap(model, shape, value, options, path);
    case "enum":
    case "intEnum":
      return checkEnum(shape, value, path);
    default:
      return shape === undefined ? [] : checkSimple(shape, value, path);
  }
};

const expected = (wanted: string, value: unknown, path: ValuePath): readonly Misfit[] => [
  { path, message: `expected ${wanted}, found ${nameOfValue(value)}` },
];

const checkStructure = (
  model: Model,
  shape: AggregateShape,
  value: unknown,
  options: CheckOptions,
  path: ValuePath,
): readonly Misfit[] => {
  if (!isRecord(value) || !options.required) return checkMembers(model, shape, value, options, path);
  const missing = [...shape.members.values()]
    .filter(({ name, traits }) => isDemanded(traits) && value[name] === undefined)
    .map(({ name }) => ({ path, message: `the required member ${name} is missing` }));
  return [...missing, ...checkMembers(model, shape, value, options, path)];
};

const isDemanded = (traits: Member["traits"]): boolean =>
  traits.has("smithy.api#required") &&
  !traits.has("smithy.api#default") &&
  !traits.has("smithy.api#clientOptional");

const checkMembers = (
  model: Model,
  shape: AggregateShape,
  value: unknown,
  options: CheckOptions,
  path: ValuePath,
): readonly Misfit[] => {
  if (!isRecord(value)) return expected("an object", value, path);
  return Object.entries(value).flatMap(([name, each]) => {
    const member = shape.members.get(name);
    if (member !== undefined) return checkValue(model, member.target, each, options, [...path, name]);
    const help = didYouMean(name, shape.members.keys());
    return [{ path: [...path, name], message: `${shape.id} has no member ${name}`, help }];
  });
};

const checkOneMember = (value: unknown, path: ValuePath): readonly Misfit[] =>
  isRecord(value) && Object.keys(value).length !== 1
    ? [{ path, message: `expected one member of the union, found ${Object.keys(value).length}` }]
    : [];

const checkList = (
  model: Model,
  { member, traits }: ListShape,
  value: unknown,
  options: CheckOptions,
  path: ValuePath,
): readonly Misfit[] => {
  if (!Array.isArray(value)) return expected("a list", value, path);
  const sparse = traits.has("smithy.api#sparse");
  return value.flatMap((each: unknown, index) =>
    each === null && sparse ? [] : checkValue(model, member.target, each, options, [...path, index]),
  );
};

const checkMap = (
  model: Model,
  { key, value: member, traits }: MapShape,
  value: unknown,
  options: CheckOptions,
  path: ValuePath,
): readonly Misfit[] => {
  if (!isRecord(value)) return expected("an object", value, path);
  const sparse = traits.has("smithy.api#sparse");
  return Object.entries(value).flatMap(([name, each]) => [
    ...checkValue(model, key.target, name, options, [...path, name]),
    ...(each === null && sparse ? [] : checkValue(model, member.target, each, options, [...path, name])),
  ]);
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

const checkSimple = ({ type }: Shape, value: unknown, path: ValuePath): readonly Misfit[] => {
  const kinds = JSON_KINDS[type];
  if (kinds === undefined || kinds.includes(typeof value)) return [];
  return expected(kinds.length === 1 ? `a ${kinds[0]}` : kinds.join(" or "), value, path);
};
