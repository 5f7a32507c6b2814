import type {
  ListDescriptor,
  MapDescriptor,
  MemberDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { isRecord, memberValue, targetOf } from "./shape-access.js";

/** Makes the value of an idempotency token that the caller left out. */
export type TokenMaker = () => string;

/**
 * Writes a value as the JSON of its shape. A value of another type, which only gets here with validation off, is
 * written as AWS's clients write it: as what it is.
 */
export function writeJson(member: MemberDescriptor, value: unknown, token: TokenMaker): string {
  const target = targetOf(member);
  if (typeof target === "string") return member.codec?.toJson(value, member) ?? writePlain(value);
  switch (target.kind) {
    case "structure":
    case "union":
      return isObject(value) ? writeMembers(target, value, token) : writePlain(value);
    case "list":
      return Array.isArray(value) ? writeList(target, value, token) : writePlain(value);
    case "map":
      return isRecord(value) ? writeMap(target, value, token) : writePlain(value);
    default:
      return writePlain(value);
  }
}

/**
 * Writes the members of a structure that are set.
 *
 * @param bodyOnly - leaves out members that travel elsewhere; only so at the top of an operation's input
 */
export function writeMembers(
  shape: StructureDescriptor | UnionDescriptor,
  container: Record<string, unknown>,
  token: TokenMaker,
  bodyOnly = false,
): string {
  const parts: string[] = [];
  for (const [name, member] of Object.entries(shape.members)) {
    if (bodyOnly && member.location !== undefined) continue;
    const value = memberValue(container, name) ?? (member.idempotencyToken ? token() : undefined);
    if (value === undefined) continue;
    parts.push(`${JSON.stringify(member.jsonName ?? name)}:${writeJson(member, value, token)}`);
  }
  return `{${parts.join(",")}}`;
}

function writeList(shape: ListDescriptor, items: readonly unknown[], token: TokenMaker): string {
  const parts: string[] = [];
  for (const item of items) {
    if (item !== undefined && item !== null) parts.push(writeJson(shape.member, item, token));
    else if (shape.sparse) parts.push("null");
  }
  return `[${parts.join(",")}]`;
}

function writeMap(shape: MapDescriptor, entries: Record<string, unknown>, token: TokenMaker): string {
  const parts: string[] = [];
  for (const [key, value] of Object.entries(entries)) {
    if (value !== undefined && value !== null) {
      parts.push(`${JSON.stringify(key)}:${writeJson(shape.value, value, token)}`);
    } else if (shape.sparse) {
      parts.push(`${JSON.stringify(key)}:null`);
    }
  }
  return `{${parts.join(",")}}`;
}

/** Writes a value that has no structure, or none that its shape knows. */
export function writePlain(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  // JSON has no such numbers; the protocol names them.
  if (typeof value === "number" && !Number.isFinite(value)) return JSON.stringify(String(value));
  return JSON.stringify(value) ?? "null";
}

/** Lists, too, count as structures, of which no member is set. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
