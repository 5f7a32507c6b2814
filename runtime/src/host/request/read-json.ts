import type {
  ListDescriptor,
  MapDescriptor,
  MemberDescriptor,
  SimpleShape,
  StructureDescriptor,
  UnionDescriptor,
} from "../../descriptors/shape.js";
import { isRecord, targetOf } from "../../protocol/shape-access.js";
import { parseBase64, parseNumber, parseTimestamp } from "./read-text.js";

/**
 * Reads one value out of a JSON body. What does not fit its shape is handed on as it came: the operation's
 * validation then names every such place at once, which a reader that stops at the first could not.
 */
export const readJson = (member: MemberDescriptor, value: unknown): unknown => {
  const shape = targetOf(member);
  if (typeof shape === "string") return readSimple(shape, member, value);
  switch (shape.kind) {
    case "structure":
    case "union":
      return isRecord(value) ? readJsonMembers(shape, value) : value;
    case "list":
      return Array.isArray(value) ? readList(shape, value) : value;
    case "map":
      return isRecord(value) ? readMap(shape, value) : value;
    default:
      return value;
  }
};

/** Reads those members of a structure that travel in the JSON body; unknown ones are dropped. */
export const readJsonMembers = (
  shape: StructureDescriptor | UnionDescriptor,
  body: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const key = member.jsonName ?? name;
    if (member.location !== undefined || !Object.hasOwn(body, key)) continue;
    const value = body[key];
    if (value !== null && value !== undefined) members[name] = readJson(member, value);
  }
  return members;
};

const readList = ({ member, sparse }: ListDescriptor, items: readonly unknown[]): unknown[] =>
  items
    .filter((item) => item !== null || sparse === true)
    .map((item) => (item === null ? null : readJson(member, item)));

const readMap = (
  { value: member, sparse }: MapDescriptor,
  entries: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([, value]) => value !== null || sparse === true)
      .map(([key, value]) => [key, value === null ? null : readJson(member, value)]),
  );

const readSimple = (shape: SimpleShape, member: MemberDescriptor, value: unknown): unknown => {
  switch (shape) {
    case "blob":
      return typeof value === "string" ? (parseBase64(value) ?? value) : value;
    case "timestamp":
      return readTimestamp(member, value);
    case "double":
    case "float":
      return typeof value === "string" ? (parseNumber(value, "special") ?? value) : value;
    case "bigInteger":
      return Number.isInteger(value) ? BigInt(value as number) : value;
    default:
      return value;
  }
};

const readTimestamp = (member: MemberDescriptor, value: unknown): unknown => {
  const format = member.timestampFormat ?? "epoch-seconds";
  const isRightKind = format === "epoch-seconds" ? typeof value === "number" : typeof value === "string";
  return isRightKind ? (parseTimestamp(String(value), format) ?? value) : value;
};
