import type { MemberDescriptor } from "../descriptors/shape.js";
import { asText } from "./as-text.js";
import { fromBase64, toBase64 } from "./base64.js";
import { targetOf } from "./shape-access.js";

/** Writes a simple value for a query parameter or header. */
export function writeHttpValue(member: MemberDescriptor, value: unknown): string {
  if (member.codec !== undefined) return member.codec.toText(value, member);
  // A media type in a header is written as base64, since such text may hold anything.
  return member.mediaType !== undefined && member.location === "header"
    ? toBase64(asText(value))
    : asText(value);
}

/** Reads a simple value out of a header. @throws where it is not written as the model says */
export function readHttpValue(member: MemberDescriptor, text: string): unknown {
  if (member.codec !== undefined) return member.codec.fromText(text, member);
  const target = targetOf(member);
  switch (target) {
    case "boolean":
      return text.toLowerCase() === "true";
    case "string":
      return member.mediaType === undefined ? text : new TextDecoder().decode(fromBase64(text));
    default:
      return typeof target === "string" || target.kind === "intEnum" ? Number(text) : text;
  }
}
