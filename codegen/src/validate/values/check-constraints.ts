import type { ValuePath } from "../../model/located-traits.js";
import type { Shape, TraitId, Traits } from "../../model/model.js";
import { compilePattern } from "../../model/pattern.js";
import { isRecord } from "../../model/values.js";
import { traitText } from "../trait-property.js";
import { length, range } from "../traits/trait-values.js";
import type { Misfit } from "./misfit.js";

/**
 * Checks a value of the right type against the constraints on it.
 * @param own - traits of the member whose value it is; they go before those of the shape.
 */
export const checkConstraints = (
  shape: Shape,
  own: Traits,
  value: unknown,
  path: ValuePath,
): readonly Misfit[] => {
  const trait = (id: TraitId): unknown => own.get(id) ?? shape.traits.get(id);
  const pattern = traitText(own, PATTERN) ?? traitText(shape.traits, PATTERN);
  return [
    ...outside(range.safeParse(trait("smithy.api#range")).data, numberOf(value), "the number"),
    ...outside(length.safeParse(trait("smithy.api#length")).data, lengthOf(value), "the length"),
    ...(pattern === undefined ? [] : unmatched(pattern, value)),
    ...(shape.traits.has("smithy.api#uniqueItems") ? repeated(value) : []),
  ].map((message) => ({ path, message }));
};

const PATTERN = "smithy.api#pattern";

const outside = (
  bounds: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined,
  found: number | undefined,
  what: string,
): string[] => {
  if (bounds === undefined || found === undefined) return [];
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds;
  if (found < min) return [`${what} is ${found}, but must be at least ${min}`];
  return found > max ? [`${what} is ${found}, but must be at most ${max}`] : [];
};

const numberOf = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

/** Of a text, how many characters it has; of a collection, how many items. */
const lengthOf = (value: unknown): number | undefined => {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isRecord(value) ? Object.keys(value).length : undefined;
};

const unmatched = (pattern: string, value: unknown): string[] =>
  typeof value === "string" && compilePattern(pattern)?.test(value) === false
    ? [`the text does not match the pattern ${pattern}`]
    : [];

const repeated = (value: unknown): string[] => {
  if (!Array.isArray(value)) return [];
  const items = value.map((item) => JSON.stringify(item));
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  return twice === undefined ? [] : [`the item ${twice} is there twice`];
};
