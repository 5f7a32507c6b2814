import type {
  MemberDescriptor,
  ShapeDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../../descriptors/shape.js";
import { isRecord, targetOf } from "../../protocol/shape-access.js";
import { formatBase64, formatTimestamp } from "./write-text.js";

/** Turns a value into what `JSON.stringify` writes as its shape demands. */
export const writeJson = (member: MemberDescriptor, value: unknown): unknown => {
  if (value === null || value === undefined) return value;
  const shape = targetOf(member);
  return typeof shape === "string" ? writeSimple(member, value) : writeAggregate(shape, value);
};

/**
 * The JSON body's members of a structure. Members that are `undefined` stay away, those that are `null` are
 * written as `null`.
 */
export const writeJsonMembers = (
  shape: StructureDescriptor | UnionDescriptor,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (member.location !== undefined || value[name] === undefined) continue;
    body[member.jsonName ?? name] = writeJson(member, value[name]);
  }
  return body;
};

const writeAggregate = (shape: Exclude<ShapeDescriptor, string>, value: unknown): unknown => {
  switch (shape.kind) {
    case "structure":
    case "union":
      return isRecord(value) ? writeJsonMembers(shape, value) : value;
    case "list":
      return Array.isArray(value) ? value.map((item) => writeJson(shape.member, item)) : value;
    case "map":
      return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, writeJson(shape.value, item)]))
        : value;
    default:
      return value;
  }
};

const writeSimple = (member: MemberDescriptor, value: unknown): unknown => {
  if (value instanceof Uint8Array) return formatBase64(value);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (!(value instanceof Date)) return value;
  const format = member.timestampFormat ?? "epoch-seconds";
  return format === "epoch-seconds" ? value.getTime() / 1000 : formatTimestamp(value, format);
};
