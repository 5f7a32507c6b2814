import type { EnumDescriptor, MemberDescriptor, SimpleShape } from "../descriptors/shape.js";
import { checkLength } from "./check-length.js";
import { compilePattern } from "./compile-pattern.js";
import type { Findings } from "./findings.js";
import { mismatch, notListed, outOfRange, wrongType } from "./problems.js";
import { IS_OF_TYPE, TYPE_RANGES } from "./simple-types.js";

/** Judges a value of a simple shape. */
export function checkSimple(
  findings: Findings,
  member: MemberDescriptor,
  shape: SimpleShape,
  value: unknown,
  sensitive: boolean,
): void {
  // Streams come in too many forms to be told apart here: the transport refuses what it cannot send.
  if (member.streaming && value !== null) return;
  if (!IS_OF_TYPE[shape](value)) findings.add(wrongType({ shape, value, sensitive }));
  else if (typeof value === "string") checkText(findings, member, shape, value, sensitive);
  else if (typeof value === "number" || typeof value === "bigint") {
    checkRange(findings, member, shape, value, sensitive);
  } else if (value instanceof Uint8Array && member.length !== undefined) {
    checkLength(findings, member.length, { shape, value, sensitive }, value.length);
  }
}

function checkText(
  findings: Findings,
  { length, pattern }: MemberDescriptor,
  shape: SimpleShape,
  value: string,
  sensitive: boolean,
): void {
  if (length !== undefined) {
    checkLength(findings, length, { shape, value, sensitive }, countCharacters(value));
  }
  if (pattern === undefined || !findings.switches.pattern) return;
  const expression = compilePattern(pattern);
  if (expression?.test(value) === false) {
    findings.add(mismatch({ shape, value, sensitive }, pattern, expression));
  }
}

/** Lengths count Unicode's characters. @see https://smithy.io/2.0/spec/constraint-traits.html#length-trait */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** No switch lifts the range of the type itself. */
function checkRange(
  findings: Findings,
  { range }: MemberDescriptor,
  shape: SimpleShape,
  value: bigint | number,
  sensitive: boolean,
): void {
  const { switches } = findings;
  const { min, max } = range ?? {};
  const { min: least = Number.NEGATIVE_INFINITY, max: most = Number.POSITIVE_INFINITY } =
    TYPE_RANGES[shape] ?? {};
  // NaN is within no range.
  if (value < least || (min !== undefined && switches.min && !(value >= min))) {
    findings.add(outOfRange({ shape, value, sensitive }, "too_small", Math.max(min ?? least, least), range));
  }
  if (value > most || (max !== undefined && switches.max && !(value <= max))) {
    findings.add(outOfRange({ shape, value, sensitive }, "too_big", Math.min(max ?? most, most), range));
  }
}

/** Judges a value of an enum: without that switch, by its type alone. */
export function checkEnum(
  findings: Findings,
  shape: EnumDescriptor,
  value: unknown,
  sensitive: boolean,
): void {
  const { values } = shape;
  for (const name of Object.keys(values)) if (values[name] === value) return;
  if (findings.switches.enum || !isOfType(shape, value)) {
    findings.add(notListed({ shape, value, sensitive }, shape));
  }
}

function isOfType({ kind }: EnumDescriptor, value: unknown): boolean {
  if (kind === "enum") return typeof value === "string";
  // What 32 bits leave as it is.
  return typeof value === "number" && value === (value | 0);
}
