import type {
  ListDescriptor,
  MapDescriptor,
  MemberDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { toBase64 } from "./base64.js";
import { isRecord, memberValue, targetOf } from "./shape-access.js";
import { formatTimestamp, timestampFormatOf } from "./timestamps.js";

/** Makes the value of an idempotency token that the caller left out. */
export type TokenMaker = () => string;

/**
 * Writes a value as the JSON of its shape. A value of another type, which only gets here with validation off, is
 * written as AWS's clients write it: as what it is.
 */
export function writeJson(member: MemberDescriptor, value: unknown, token: TokenMaker): string {
  const target = targetOf(member);
  if (typeof target === "string") return writeSimple(target, member, value);
  switch (target.kind) {
    case "structure":
    case "union":
      return isObject(value) ? writeMembers(target, value, token) : writePlain(value);
    case "list":
      return Array.isArray(value) ? writeList(target, value, token) : writePlain(value);
    case "map":
      return isRecord(value) ? writeMap(target, value, token) : writePlain(value);
    case "enum":
    case "intEnum":
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

function writeSimple(target: string, member: MemberDescriptor, value: unknown): string {
  if (target === "timestamp" && value instanceof Date) {
    const format = timestampFormatOf(member);
    const text = formatTimestamp(value, format);
    return format === "epoch-seconds" ? text : JSON.stringify(text);
  }
  if (target === "blob" && (value instanceof Uint8Array || typeof value === "string")) {
    return JSON.stringify(toBase64(value));
  }
  if (target === "bigDecimal" && typeof value === "string" && JSON_NUMBER.test(value)) return value;
  return target === "document" ? writeDocument(value) : writePlain(value);
}

/** @see https://www.rfc-editor.org/rfc/rfc8259#section-6 */
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Writes a value that has no structure, or none that its shape knows. */
function writePlain(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  // JSON has no such numbers; the protocol names them.
  if (typeof value === "number" && !Number.isFinite(value)) return JSON.stringify(String(value));
  return JSON.stringify(value) ?? "null";
}

/** Unlike JSON.stringify, writes numbers of all kinds at any depth, and bytes as base64. */
function writeDocument(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeDocument).join(",")}]`;
  if (value instanceof Uint8Array) return JSON.stringify(toBase64(value));
  if (isRecord(value) && typeof value["toJSON"] !== "function") return writeDocumentMembers(value);
  return writePlain(value);
}

function writeDocumentMembers(container: Record<string, unknown>): string {
  const entries = Object.entries(container).filter(([, value]) => value !== undefined);
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${writeDocument(value)}`).join(",")}}`;
}

/** Lists, too, count as structures, of which no member is set. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
