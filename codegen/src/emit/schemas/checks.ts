import type { BoundsIr, MemberIr } from "../../ir/member-ir.js";
import type { ListTypeIr } from "../../ir/shape-ir.js";
import { compilePattern } from "../../model/pattern.js";
import type { Fragment } from "../layout/fragment.js";
import { object } from "../layout/literals.js";
import { checksUniqueItems } from "../unique-items.js";
import { zod } from "./zod-call.js";

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
  if (type.kind === "list") return [...listChecks(length), ...repetitionChecks(type)];
  if (type.kind === "map") return sizeChecks(length);
  if (type.kind !== "simple" || type.streaming) return [];
  if (type.type === "blob") return lengthChecks(length);
  if (type.type === "string") return [...lengthChecks(length), ...patternChecks(pattern)];
  if (!NUMBERS.has(type.type)) return [];
  return rangeChecks(narrower(TYPE_RANGES[type.type], range), type.type === "bigInteger" ? "n" : "");
}

/** A model may allow more than a type can hold. */
function narrower(ofType: BoundsIr = {}, ofModel: BoundsIr = {}): BoundsIr {
  const least = [ofType.min, ofModel.min].filter((bound) => bound !== undefined);
  const most = [ofType.max, ofModel.max].filter((bound) => bound !== undefined);
  return {
    ...(least.length === 0 ? {} : { min: Math.max(...least) }),
    ...(most.length === 0 ? {} : { max: Math.min(...most) }),
  };
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

/**
 * zod does not look at the items of a list that is too long, and so would not tell what is wrong with them: a condition of
 * our own does not stand in its way.
 */
const listChecks = ({ min, max }: BoundsIr = {}): readonly Fragment[] => [
  ...lengthChecks(min === undefined ? {} : { min }),
  ...(max === undefined ? [] : [condition(`(items) => items.length <= ${max}`, IS_LIST)]),
];

/** zod counts no keys of records, either. */
function sizeChecks({ min, max }: BoundsIr = {}): readonly Fragment[] {
  const size = "Object.keys(map).length";
  return [
    ...(min === undefined ? [] : [condition(`(map) => ${size} >= ${min}`, IS_MAP)]),
    ...(max === undefined ? [] : [condition(`(map) => ${size} <= ${max}`, IS_MAP)]),
  ];
}

const IS_LIST = "({ value }) => Array.isArray(value)";
const IS_MAP = "({ value }) => Object(value) === value";

/** A condition that is looked at even where something is wrong with what is in a list or map. */
const condition = (holds: string, when: string): Fragment => zod("refine", holds, object([["when", when]]));

function repetitionChecks(list: ListTypeIr): readonly Fragment[] {
  if (!checksUniqueItems(list)) return [];
  return [condition("(items) => new Set(items).size === items.length", IS_LIST)];
}

/** A pattern that JavaScript cannot read is not checked: validation has warned of it. */
function patternChecks(pattern: string | undefined): readonly Fragment[] {
  const expression = pattern === undefined ? undefined : compilePattern(pattern);
  return expression === undefined ? [] : [zod("regex", String(expression))];
}
