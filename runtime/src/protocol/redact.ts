import type {
  MemberDescriptor,
  ShapeDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { isRecord, setKey, targetOf } from "./shape-access.js";

/** What stands in the place of a secret. */
export const REDACTED = "***SensitiveInformation***";

/**
 * Copies a value with its secrets blotted out, and so with anything in a place where another type is due: it may be a
 * secret that got there by mistake.
 *
 * @returns what may be logged; members that the model does not know are left out, since nobody says whether they are secret
 */
export function redact(shape: ShapeDescriptor, value: unknown): unknown {
  if (value === undefined || value === null || shape === "document") return value;
  if (typeof shape === "string") return isSimple(value) ? value : REDACTED;
  switch (shape.kind) {
    case "structure":
    case "union":
      return redactMembers(shape, value);
    case "list":
      return Array.isArray(value) ? value.map((item) => redactMember(shape.member, item)) : REDACTED;
    case "map":
      return shape.key.sensitive === true ? REDACTED : redactEntries(shape.value, value);
    default:
      return isSimple(value) ? value : REDACTED;
  }
}

function isSimple(value: unknown): boolean {
  return typeof value !== "object" || value instanceof Date || value instanceof Uint8Array;
}

function redactMember(member: MemberDescriptor, value: unknown): unknown {
  if (member.sensitive === true && value !== undefined && value !== null) return REDACTED;
  return redact(targetOf(member), value);
}

function redactMembers(shape: StructureDescriptor | UnionDescriptor, value: unknown): unknown {
  if (shape.sensitive === true || !isRecord(value)) return REDACTED;
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (Object.hasOwn(value, name)) setKey(result, name, redactMember(member, value[name]));
  }
  return result;
}

function redactEntries(member: MemberDescriptor, value: unknown): unknown {
  if (!isRecord(value)) return REDACTED;
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) setKey(result, key, redactMember(member, item));
  return result;
}
