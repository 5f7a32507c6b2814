import type { MemberDescriptor, ShapeDescriptor, StructureDescriptor } from "../../descriptors/shape.js";
import { isRecord, shapeOf } from "../descriptor.js";

/** What stands in for a secret. */
export const REDACTED = "***SensitiveInformation***";

/** A copy of a structure's value in which every sensitive member is blacked out, at any depth. */
export const redact = (shape: StructureDescriptor, value: Readonly<Record<string, unknown>>): unknown =>
  redactShape(shape, value);

const redactMember = (member: MemberDescriptor | undefined, value: unknown): unknown => {
  // A value that no descriptor speaks for may be anything.
  if (member === undefined || member.sensitive === true) return REDACTED;
  return redactShape(shapeOf(member), value);
};

const redactShape = (shape: ShapeDescriptor, value: unknown): unknown => {
  if (value === null || value === undefined || shape === "document") return value;
  if (typeof shape === "string") return isSimple(value) ? value : REDACTED;
  switch (shape.kind) {
    case "structure":
    case "union":
      if (shape.sensitive === true) return REDACTED;
      return mapRecord(value, (name, item) => redactMember(shape.members[name], item));
    case "map":
      if (shape.key.sensitive === true) return REDACTED;
      return mapRecord(value, (_, item) => redactMember(shape.value, item));
    case "list":
      return Array.isArray(value) ? value.map((item) => redactMember(shape.member, item)) : REDACTED;
    default:
      return isSimple(value) ? value : REDACTED;
  }
};

const isSimple = (value: unknown): boolean =>
  typeof value !== "object" || value instanceof Date || value instanceof Uint8Array;

/** A value of the wrong kind is blacked out whole: nothing says which part of it is secret. */
const mapRecord = (value: unknown, change: (name: string, item: unknown) => unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(name, item)]))
    : REDACTED;
