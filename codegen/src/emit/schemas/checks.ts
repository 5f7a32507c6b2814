import type { BoundsIr, MemberIr } from "../../ir/member-ir.js";
import type { ListTypeIr } from "../../ir/shape-ir.js";
import { compilePattern } from "../../model/pattern.js";
import type { Fragment } from "../layout/fragment.js";
import { zod } from "./pure.js";

/** Ranges of the types that zod has no name for. @see https://smithy.io/2.0/spec/simple-types.html */
const TYPE_RANGES: Readonly<Record<string, BoundsIr>> = {
  byte: { min: -128, max: 127 },
  short: { min: -32_768, max: 32_767 },
};

const NUMBERS: ReadonlySet<string> = new Set([
  ...["bigDecimal", "bigInteger", "byte", "double", "float", "integer", "long", "short"],
]);

/** Writes the checks that a member's constraints stand for; those that do not fit its type mean nothing. */
export function checksOf({ type, range, length, pattern }: MemberIr): readonly Fragment[] {
  if (type.kind === "list") return [...lengthChecks(length), ...repetitionChecks(type)];
  if (type.kind === "map") return sizeChecks(length);
  if (type.kind !== "simple" || type.streaming) return [];
  if (type.type === "blob") return lengthChecks(length);
  if (type.type === "string") return [...characterChecks(length), ...patternChecks(pattern)];
  if (!NUMBERS.has(type.type)) return [];
  return rangeChecks({ ...TYPE_RANGES[type.type], ...range }, type.type === "bigInteger" ? "n" : "");
}

function lengthChecks({ min, max }: BoundsIr = {}): readonly Fragment[] {
  return [
    ...(min === undefined ? [] : [zod("minLength", String(min))]),
    ...(max === undefined ? [] : [zod("maxLength", String(max))]),
  ];
}

function rangeChecks({ min, max }: BoundsIr, suffix: string): readonly Fragment[] {
  return [
    ...(min === undefined ? [] : [zod("minimum", `${min}${suffix}`)]),
    ...(max === undefined ? [] : [zod("maximum", `${max}${suffix}`)]),
  ];
}

/** zod counts no keys of records: a condition of our own does. */
const sizeChecks = (bounds?: BoundsIr): readonly Fragment[] =>
  ownChecks("(map) => Object.keys(map).length", bounds);

/** zod counts code units, Smithy characters: a text that is not empty is so in both. */
function characterChecks(bounds: BoundsIr = {}): readonly Fragment[] {
  const { min, max } = bounds;
  return max === undefined && (min ?? 0) <= 1
    ? lengthChecks(bounds)
    : ownChecks("(text) => [...text].length", bounds);
}

function ownChecks(size: string, { min, max }: BoundsIr = {}): readonly Fragment[] {
  return [
    ...(min === undefined ? [] : [zod("refine", `${size} >= ${min}`)]),
    ...(max === undefined ? [] : [zod("refine", `${size} <= ${max}`)]),
  ];
}

/** Items that JavaScript compares by what they are. Others, such as structures, are left to the service. */
const COMPARABLE: ReadonlySet<string> = new Set([
  ...["bigInteger", "boolean", "byte", "integer", "long", "short", "string"],
]);

function repetitionChecks({ member: { type }, uniqueItems }: ListTypeIr): readonly Fragment[] {
  const isComparable = type.kind === "enum" || (type.kind === "simple" && COMPARABLE.has(type.type));
  return uniqueItems && isComparable
    ? [zod("refine", "(items) => new Set(items).size === items.length")]
    : [];
}

/** A pattern that JavaScript cannot read is not checked: validation has warned of it. */
function patternChecks(pattern: string | undefined): readonly Fragment[] {
  const expression = pattern === undefined ? undefined : compilePattern(pattern);
  return expression === undefined ? [] : [zod("regex", String(expression))];
}
