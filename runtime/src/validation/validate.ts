import type {
  ListDescriptor,
  MapDescriptor,
  MemberDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { REDACTED } from "../protocol/redact.js";
import { isRecord, memberValue, setKey, targetOf } from "../protocol/shape-access.js";
import { checkLength } from "./check-length.js";
import { checkEnum, checkSimple } from "./check-simple.js";
import type { ConstraintSwitches } from "./constraints.js";
import { isPlain } from "./describe-value.js";
import { Findings } from "./findings.js";
import type { ValidationIssue } from "./issue.js";
import { missing, repeated, unknownMember, wrongType } from "./problems.js";

/** A list with more holes than that is no list that anybody means. */
const MOST_HOLES = 100_000;

type Members = Record<string, unknown>;

/** A value as it was at one moment, and everything that is wrong with it. */
export interface Verdict {
  readonly value: unknown;
  readonly issues: ValidationIssue[];
}

/** What commands bring along to have their input and output checked. */
export type Validation = typeof validate;

/**
 * Validates a value by the descriptor of its shape. It is copied on the way, so that what is validated is what is sent: getters
 * and proxies may answer differently each time. Bytes, dates and documents are handed on as they are. A `Map`, a promise
 * or the like has no members that could be sent, and would silently become an empty object: it is of a wrong type.
 *
 * @throws whatever getters and proxies throw; RangeError for what is nested too deeply
 */
export function validate(shape: StructureDescriptor, value: unknown, switches: ConstraintSwitches): Verdict {
  const findings = new Findings(switches);
  return { value: validateValue(findings, { target: shape }, value, false), issues: findings.issues };
}

/** @param isWithinSecret - whether anything around the value is sensitive */
function validateValue(
  findings: Findings,
  member: MemberDescriptor,
  value: unknown,
  isWithinSecret: boolean,
): unknown {
  const shape = targetOf(member);
  if (value === undefined) {
    findings.add(missing(shape));
    return undefined;
  }
  let sensitive = isWithinSecret || member.sensitive === true;
  if (typeof shape === "string") {
    checkSimple(findings, member, shape, value, sensitive);
    return value;
  }
  switch (shape.kind) {
    case "enum":
    case "intEnum":
      checkEnum(findings, shape, value, sensitive);
      return value;
    case "list":
      if (Array.isArray(value)) return validateItems(findings, member, shape, value, sensitive);
      break;
    case "map":
      if (isPlain(value)) return validateEntries(findings, member, shape, value, sensitive);
      break;
    case "structure":
      sensitive ||= shape.sensitive === true;
      if (isPlain(value)) return validateMembers(findings, shape, value, sensitive);
      break;
    case "union":
      sensitive ||= shape.sensitive === true;
      if (isPlain(value)) return validateVariant(findings, shape, value, sensitive);
  }
  // Of an object in a wrong place not even a blot is shown: it may hold anything.
  findings.add(wrongType({ shape, value, sensitive: sensitive && !isRecord(value) }));
  return undefined;
}

/** Validates what stands below a key. */
function validateAt(
  findings: Findings,
  key: number | string,
  member: MemberDescriptor,
  value: unknown,
  sensitive: boolean,
): unknown {
  findings.keys.push(key);
  const copy = validateValue(findings, member, value, sensitive);
  findings.keys.pop();
  return copy;
}

function validateItems(
  findings: Findings,
  { length }: MemberDescriptor,
  shape: ListDescriptor,
  items: readonly unknown[],
  sensitive: boolean,
): readonly unknown[] {
  const copy: unknown[] = [];
  let holes = 0;
  for (let index = 0; index < items.length && holes <= MOST_HOLES; index++) {
    const item = items[index];
    if (item === undefined) holes++;
    const isGap = item === null && shape.sparse === true;
    copy.push(isGap ? null : validateAt(findings, index, shape.member, item, sensitive));
  }
  if (length !== undefined) checkLength(findings, length, { shape, value: copy, sensitive }, copy.length);
  if (shape.uniqueItems && new Set(copy).size < copy.length) {
    findings.add(repeated({ shape, value: copy, sensitive }));
  }
  return copy;
}

function validateEntries(
  findings: Findings,
  { length }: MemberDescriptor,
  shape: MapDescriptor,
  entries: Members,
  sensitive: boolean,
): Members {
  const copy: Members = {};
  const isSecretKey = sensitive || shape.key.sensitive === true;
  const keys = Object.keys(entries);
  for (const key of keys) {
    const item = entries[key];
    const known = findings.issues.length;
    findings.keys.push(isSecretKey ? REDACTED : key);
    validateValue(findings, shape.key, key, sensitive);
    const isGap = item === null && shape.sparse === true;
    // One path is enough to say: what has a wrong key is not looked at.
    const isPassed = isGap || findings.issues.length > known;
    setKey(copy, key, isPassed ? item : validateValue(findings, shape.value, item, sensitive));
    findings.keys.pop();
  }
  if (length !== undefined) checkLength(findings, length, { shape, value: copy, sensitive }, keys.length);
  return copy;
}

function validateMembers(
  findings: Findings,
  shape: StructureDescriptor,
  value: Members,
  sensitive: boolean,
): Members {
  const copy: Members = {};
  const { members } = shape;
  for (const name of Object.keys(members)) {
    const member = members[name] as MemberDescriptor;
    const item = memberValue(value, name);
    if (item === undefined && (!member.required || member.idempotencyToken)) continue;
    setKey(copy, name, validateAt(findings, name, member, item, sensitive));
  }
  refuseUnknown(findings, shape, value, sensitive);
  return copy;
}

/** A union has exactly one member. */
function validateVariant(
  findings: Findings,
  shape: UnionDescriptor,
  value: Members,
  sensitive: boolean,
): Members | undefined {
  if (refuseUnknown(findings, shape, value, sensitive)) return undefined;
  const variants = Object.entries(shape.members).flatMap(([name, member]) => {
    const item = memberValue(value, name);
    return item === undefined ? [] : [{ name, member, item }];
  });
  const [variant] = variants;
  if (variant === undefined || variants.length > 1) {
    findings.add(wrongType({ shape, value, sensitive }));
    return undefined;
  }
  const { name, member, item } = variant;
  const copy: Members = {};
  setKey(copy, name, validateAt(findings, name, member, item, sensitive));
  return copy;
}

/** @returns whether a value has members that its shape does not have */
function refuseUnknown(
  findings: Findings,
  shape: StructureDescriptor | UnionDescriptor,
  value: Members,
  sensitive: boolean,
): boolean {
  const known = findings.issues.length;
  for (const key of Object.keys(value)) {
    if (Object.hasOwn(shape.members, key)) continue;
    const name = shape.kind === "union" ? nameOfVariant(key, value) : key;
    findings.keys.push(sensitive ? REDACTED : name);
    findings.add(unknownMember(shape, name));
    findings.keys.pop();
  }
  return findings.issues.length > known;
}

/** Answers hold a variant that the model does not know under `$unknown`, with its name. */
function nameOfVariant(key: string, value: Members): string {
  const variant = key === "$unknown" ? value[key] : undefined;
  return Array.isArray(variant) && typeof variant[0] === "string" ? variant[0] : key;
}
