import type { MemberDescriptor, TimestampFormat } from "../../descriptors/shape.js";
import { targetOf } from "../../protocol/shape-access.js";

/** Writes a member into its header. */
export const writeHeader = (member: MemberDescriptor, value: unknown): string => {
  const shape = targetOf(member);
  if (typeof shape === "object" && shape.kind === "list" && Array.isArray(value)) {
    return value.map((item) => quoteWhereNeeded(writeItem(shape.member, item), item)).join(", ");
  }
  if (member.mediaType !== undefined && typeof value === "string") {
    return formatBase64(new TextEncoder().encode(value));
  }
  return writeItem(member, value);
};

const writeItem = (member: MemberDescriptor, value: unknown): string => {
  if (value instanceof Date) return formatTimestamp(value, member.timestampFormat ?? "http-date");
  if (value instanceof Uint8Array) return formatBase64(value);
  return String(value);
};

/** Only strings need it: a date holds its comma unquoted. */
const quoteWhereNeeded = (text: string, value: unknown): string =>
  typeof value === "string" && /[",]/.test(text) ? `"${text.replace(/[\\"]/g, "\\$&")}"` : text;

/** An instant as text. Fractions of a second are written only where there are any. */
export const formatTimestamp = (date: Date, format: TimestampFormat): string => {
  switch (format) {
    case "epoch-seconds":
      return String(date.getTime() / 1000);
    case "http-date":
      return date.toUTCString();
    default:
      return date.toISOString().replace(".000Z", "Z");
  }
};

/** Bytes in base64. */
export const formatBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
