import type { EnumDescriptor, ShapeDescriptor } from "../descriptors/shape.js";
import { isRecord } from "../protocol/shape-access.js";
import type { ValidationConstraint } from "./issue.js";
import type { IssueContext } from "./issue-context.js";

/** Kinds of constraints that a model puts on top of a type, named as in version 2 of AWS's SDK. */
export type ConstraintKind = "min" | "max" | "pattern" | "enum";

/** Which constraints are checked. */
export type ConstraintSwitches = Readonly<Record<ConstraintKind, boolean>>;

const KINDS: Readonly<Record<string, ConstraintKind>> = {
  too_small: "min",
  too_big: "max",
  invalid_format: "pattern",
  invalid_value: "enum",
};

/** Numbers that a type can hold at all. @see https://smithy.io/2.0/spec/simple-types.html */
const LIMITS: Readonly<Record<string, number>> = {
  byte: 2 ** 7,
  short: 2 ** 15,
  integer: 2 ** 31,
  long: Number.MAX_SAFE_INTEGER,
};

/** Whether an issue is about nothing but a constraint that is switched off; a value of the wrong type stays wrong. */
export function isSwitchedOff(
  { issue, located, value }: IssueContext,
  switches: ConstraintSwitches,
): boolean {
  const kind = KINDS[issue.code ?? ""];
  return kind !== undefined && !switches[kind] && isOfType(located.shape, value);
}

function isOfType(shape: ShapeDescriptor | undefined, value: unknown): boolean {
  if (typeof shape === "string") return typeof value !== "number" || isWithin(LIMITS[shape], value);
  if (shape?.kind === "enum") return typeof value === "string";
  if (shape?.kind === "intEnum") return Number.isInteger(value) && isWithin(LIMITS["integer"], Number(value));
  return true;
}

function isWithin(limit: number | undefined, value: number): boolean {
  if (limit === undefined) return true;
  return limit === Number.MAX_SAFE_INTEGER ? Number.isSafeInteger(value) : -limit <= value && value < limit;
}

/** The constraint that an issue is about, as the model says it; undefined where the type alone is wrong. */
export function constraintOf(context: IssueContext): ValidationConstraint | undefined {
  const { issue, located, value } = context;
  if (value === undefined) return { name: "required" };
  if (isAboutRepetition(context)) return { name: "uniqueItems" };
  const { shape, member } = located;
  switch (KINDS[issue.code ?? ""]) {
    case "enum":
      return isEnum(shape) ? { name: "enum", values: Object.values(shape.values) } : undefined;
    case "pattern":
      return { name: "pattern", pattern: member?.pattern ?? String(issue.pattern) };
    case undefined:
      return undefined;
    default:
      if (member?.length !== undefined) return { name: "length", ...member.length };
      return { name: "range", ...member?.range, ...boundOf(issue) };
  }
}

/** zod knows of no lists without repetitions: theirs is a condition of the generator's own. */
export function isAboutRepetition({ issue: { params } }: IssueContext): boolean {
  return isRecord(params) && params["uniqueItems"] === true;
}

/** Whether a shape lists its values. */
export function isEnum(shape: ShapeDescriptor | undefined): shape is EnumDescriptor {
  return typeof shape === "object" && (shape.kind === "enum" || shape.kind === "intEnum");
}

/** The bound that is broken: the model's, or that of the type. */
function boundOf({ code, minimum, maximum }: IssueContext["issue"]) {
  return code === "too_big" ? { max: Number(maximum) } : { min: Number(minimum) };
}
