import type {
  Bounds,
  EnumDescriptor,
  ShapeDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { describeShape } from "./describe-shape.js";
import { describeType } from "./describe-value.js";
import type { ValidationIssue, ValidationIssueCode } from "./issue.js";
import { nearestName } from "./nearest-name.js";
import { showValue } from "./show-value.js";

/** A problem whose place is told elsewhere. */
export type Problem = Omit<ValidationIssue, "path">;

/** A value that is spoken of. */
export interface Subject {
  readonly shape: ShapeDescriptor;
  readonly value: unknown;
  /** Whether the value, or anything around it, is secret. */
  readonly sensitive: boolean;
}

/** Says that a value is required and not there. */
export function missing(shape: ShapeDescriptor): Problem {
  const expected = describeShape(shape);
  const message = `is required: ${expected}`;
  return { code: "missing", message, expected, received: "undefined", constraint: { name: "required" } };
}

/** Says that a value has another type than its shape. */
export function wrongType(subject: Subject): Problem {
  const { shape, value } = subject;
  const expected = describeShape(shape);
  // Numbers are told apart by what they are, everything else by its type.
  const isFraction = typeof value === "number" && expected === "an integer";
  return mustBe(subject, "invalid_type", expected, isFraction ? show(subject) : describeType(value));
}

/** Says that a value is none of an enum's. */
export function notListed(subject: Subject, shape: EnumDescriptor): Problem {
  const { value, sensitive } = subject;
  const values = Object.values(shape.values);
  const isMisspelt = typeof value === "string" && !sensitive;
  const hint = isMisspelt ? didYouMean(nearestName(value, values.map(String)), '"') : "";
  const problem = mustBe(subject, "invalid_value", describeShape(shape), show(subject) + hint);
  return { ...problem, constraint: { name: "enum", values } };
}

/** What a bound is broken by, and how a bound is spoken of. */
const BOUNDS = { too_big: "at most", too_small: "at least" } as const;

/** Says that a number is beyond a bound. */
export function outOfRange(
  subject: Subject,
  code: keyof typeof BOUNDS,
  bound: number,
  range?: Bounds,
): Problem {
  const problem = mustBe(subject, code, `${BOUNDS[code]} ${bound}`, show(subject));
  return { ...problem, constraint: { name: "range", ...range, [code === "too_big" ? "max" : "min"]: bound } };
}

/** Says that a text, a list, a map or bytes are too long or too short. */
export function wrongLength(
  subject: Subject,
  code: keyof typeof BOUNDS,
  bound: number,
  size: number,
  length: Bounds,
): Problem {
  const { value, sensitive } = subject;
  const expected = `${BOUNDS[code]} ${bound} ${unitOf(value)}`;
  // How long a secret is helps to guess it.
  const message = `must have ${expected}${sensitive ? "" : `, not ${size}`}`;
  return { code, message, expected, ...describe(subject), constraint: { name: "length", ...length } };
}

function unitOf(value: unknown): string {
  if (typeof value === "string") return "characters";
  return value instanceof Uint8Array ? "bytes" : "items";
}

/** Says that a text does not match a pattern. */
export function mismatch(subject: Subject, pattern: string, expression: RegExp): Problem {
  const problem = mustBe(subject, "pattern", `text that matches ${expression}`, show(subject));
  return { ...problem, constraint: { name: "pattern", pattern } };
}

/** Says that a list has an item twice. */
export function repeated(subject: Subject): Problem {
  const message = "must not have an item twice";
  return { code: "not_unique", message, ...describe(subject), constraint: { name: "uniqueItems" } };
}

/** Says that a structure or union has no such member. */
export function unknownMember(holder: StructureDescriptor | UnionDescriptor, name: string): Problem {
  const expected = nearestName(name, Object.keys(holder.members));
  const message = `is no member of ${holder.name}${didYouMean(expected)}`;
  return { code: "unknown_member", message, expected };
}

function mustBe(subject: Subject, code: ValidationIssueCode, expected: string, actual: string): Problem {
  return { code, message: `must be ${expected}, not ${actual}`, expected, ...describe(subject) };
}

const didYouMean = (name: string | undefined, quote = ""): string =>
  name === undefined ? "" : `; did you mean ${quote}${name}${quote}?`;

function describe({ shape, value, sensitive }: Subject): Pick<ValidationIssue, "received" | "value"> {
  const shown = showValue(shape, sensitive, value);
  return { received: describeType(value), ...(shown === undefined ? {} : { value: shown }) };
}

/** The value itself where it may be shown, else its type. */
function show({ shape, value, sensitive }: Subject): string {
  return (sensitive ? undefined : showValue(shape, false, value)) ?? describeType(value);
}
