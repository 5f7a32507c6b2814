import type { MemberDescriptor } from "../descriptors/shape.js";
import { fromBase64, toBase64 } from "./base64.js";
import { targetOf } from "./shape-access.js";
import { formatTimestamp, timestampFormatOf } from "./timestamps.js";

/** Writes a simple value for a label, query parameter or header. */
export function writeHttpValue(member: MemberDescriptor, value: unknown): string {
  if (value instanceof Date) return formatTimestamp(value, timestampFormatOf(member));
  if (value instanceof Uint8Array) return toBase64(value);
  // A media type in a header is written as base64, since such text may hold anything.
  if (member.mediaType !== undefined && member.location === "header") return toBase64(asText(value));
  return asText(value);
}

function asText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Reads a simple value out of a header. @throws where it is not written as the model says */
export function readHttpValue(member: MemberDescriptor, text: string): unknown {
  const target = targetOf(member);
  switch (target) {
    case "timestamp":
      return member.parse ? member.parse(text, timestampFormatOf(member)) : text;
    case "blob":
      return fromBase64(text);
    case "boolean":
      return text.toLowerCase() === "true";
    case "bigInteger":
      return BigInt(text);
    case "string":
      return member.mediaType === undefined ? text : new TextDecoder().decode(fromBase64(text));
    case "bigDecimal":
    case "document":
      return text;
    default:
      return typeof target === "string" || target.kind === "intEnum" ? Number(text) : text;
  }
}
