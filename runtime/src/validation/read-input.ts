import type {
  MapDescriptor,
  ShapeDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { memberValue, setKey, targetOf } from "../protocol/shape-access.js";
import { isEnum } from "./constraints.js";
import { describeShape } from "./describe-shape.js";
import { describeType, isPlain } from "./describe-value.js";
import type { ValidationIssue } from "./issue.js";
import { locateMember } from "./locate-member.js";

/** A list with more holes than that is no list that anybody means. */
const MOST_HOLES = 100_000;

/** An input as it was at one moment, and what in it is no input at all. */
export interface Verdict {
  readonly value: unknown;
  readonly issues: ValidationIssue[];
}

/** Takes note of something that is no object with members. */
type Refuse = (shape: ShapeDescriptor, value: unknown, path: readonly PropertyKey[]) => void;

/**
 * Copies an input, so that what is validated is what is sent: getters and proxies may answer differently each time. A
 * `Map`, a promise or the like has no members that could be sent, and would silently become an empty object; it is
 * left out of the copy.
 *
 * @throws whatever getters and proxies throw
 */
export function readInput(root: StructureDescriptor, input: unknown): Verdict {
  const issues: ValidationIssue[] = [];
  const value = read(root, input, [], (shape, foreign, path) => {
    const [expected, received] = [describeShape(shape), describeType(foreign)];
    const message = `must be ${expected}, not ${received}`;
    issues.push({ path: locateMember(root, path).path, code: "invalid_type", message, expected, received });
  });
  return { value, issues };
}

function read(shape: ShapeDescriptor, value: unknown, path: readonly PropertyKey[], refuse: Refuse): unknown {
  if (typeof shape === "string" || typeof value !== "object" || value === null) return value;
  const each = (target: ShapeDescriptor, item: unknown, key: PropertyKey) =>
    typeof item === "object" ? read(target, item, [...path, key], refuse) : item;
  if (shape.kind === "list")
    return Array.isArray(value) ? readItems(targetOf(shape.member), value, each) : value;
  if (isEnum(shape) || Array.isArray(value)) return value;
  if (!isPlain(value)) return refuse(shape, value, path);
  return shape.kind === "map" ? readEntries(shape, value, each) : readMembers(shape, value, each);
}

type ReadEach = (target: ShapeDescriptor, item: unknown, key: PropertyKey) => unknown;

function readItems(target: ShapeDescriptor, items: readonly unknown[], each: ReadEach): unknown[] {
  const copy: unknown[] = [];
  let holes = 0;
  for (let index = 0; index < items.length && holes <= MOST_HOLES; index++) {
    const item = items[index];
    if (item === undefined) holes++;
    copy.push(each(target, item, index));
  }
  return copy;
}

function readEntries(shape: MapDescriptor, value: Record<string, unknown>, each: ReadEach) {
  const copy = Object.create(null);
  for (const key of Object.keys(value)) setKey(copy, key, each(targetOf(shape.value), value[key], key));
  return copy;
}

/** Unknown members keep their names alone: nobody asks for more. */
function readMembers(
  { members }: StructureDescriptor | UnionDescriptor,
  value: Record<string, unknown>,
  each: ReadEach,
) {
  const copy = Object.create(null);
  for (const [name, member] of Object.entries(members)) {
    const item = memberValue(value, name);
    if (item !== undefined) setKey(copy, name, each(targetOf(member), item, name));
  }
  for (const key of Object.keys(value)) if (!Object.hasOwn(members, key)) setKey(copy, key, undefined);
  return copy;
}
