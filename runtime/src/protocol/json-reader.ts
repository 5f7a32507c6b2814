import type {
  ListDescriptor,
  MapDescriptor,
  MemberDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { isRecord, setKey, targetOf } from "./shape-access.js";

/**
 * Reads a value out of parsed JSON. A value of another type than the model says is handed on as it is: services
 * change, and whoever wants to know asks for output validation.
 */
export function readJson(member: MemberDescriptor, value: unknown): unknown {
  const target = targetOf(member);
  if (typeof target === "string") return readSimple(target, member, value);
  switch (target.kind) {
    case "structure":
      return isRecord(value) ? readMembers(target, value) : value;
    case "union":
      return isRecord(value) ? readUnion(target, value) : value;
    case "list":
      return Array.isArray(value) ? readList(target, value) : value;
    case "map":
      return isRecord(value) ? readMap(target, value) : value;
    default:
      return value;
  }
}

/**
 * Reads the members that a structure has; nulls and unknown members are dropped.
 *
 * @param bodyOnly - leaves out members that travel elsewhere; only so at the top of an operation's output
 */
export function readMembers(
  shape: StructureDescriptor | UnionDescriptor,
  record: Record<string, unknown>,
  bodyOnly = false,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (bodyOnly && member.location !== undefined) continue;
    const key = member.jsonName ?? name;
    const value = Object.hasOwn(record, key) ? record[key] : undefined;
    if (value !== undefined && value !== null) setKey(result, name, readJson(member, value));
  }
  return result;
}

/** A variant that the model does not know is kept as `$unknown`, as in AWS's clients. */
function readUnion(shape: UnionDescriptor, record: Record<string, unknown>): Record<string, unknown> {
  const result = readMembers(shape, record);
  if (Object.keys(result).length > 0) return result;
  const unknown = Object.entries(record).find(([key, value]) => key !== "__type" && value !== null);
  return unknown === undefined ? result : { $unknown: unknown };
}

function readList(shape: ListDescriptor, items: readonly unknown[]): unknown[] {
  const kept = shape.sparse ? items : items.filter((item) => item !== null);
  return kept.map((item) => (item === null ? null : readJson(shape.member, item)));
}

function readMap(shape: MapDescriptor, record: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (value !== null) setKey(result, key, readJson(shape.value, value));
    else if (shape.sparse) setKey(result, key, null);
  }
  return result;
}

function readSimple(target: string, member: MemberDescriptor, value: unknown): unknown {
  try {
    if (member.codec !== undefined) return member.codec.fromJson(value, member);
  } catch {
    // A date or bytes that cannot be read must not take the rest of the answer away.
    return value;
  }
  return target === "double" || target === "float" ? readSpecialNumber(value) : value;
}

function readSpecialNumber(value: unknown): unknown {
  return value === "NaN" || value === "Infinity" || value === "-Infinity" ? Number(value) : value;
}
