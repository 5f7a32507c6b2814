import type { MemberDescriptor, TimestampFormat } from "../../descriptors/shape.js";
import { targetOf } from "../../protocol/shape-access.js";

/**
 * Reads one value out of a label, query parameter or header. What does not fit its shape is handed on as the
 * text that it was, for validation to refuse.
 *
 * @param format - how timestamps are written there, unless the model says otherwise
 */
export const readText = (member: MemberDescriptor, text: string, format: TimestampFormat): unknown => {
  const shape = targetOf(member);
  if (typeof shape !== "string") return shape.kind === "intEnum" ? (parseNumber(text) ?? text) : text;
  switch (shape) {
    case "boolean":
      return text === "true" ? true : text === "false" ? false : text;
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
      return parseNumber(text) ?? text;
    case "bigInteger":
      return /^-?\d+$/.test(text) ? BigInt(text) : text;
    case "blob":
      return parseBase64(text) ?? text;
    case "timestamp":
      return parseTimestamp(text, member.timestampFormat ?? format) ?? text;
    default:
      return text;
  }
};

/**
 * A number in text.
 *
 * @param kind - `special` takes only those that JSON has no literal for
 */
export const parseNumber = (text: string, kind: "any" | "special" = "any"): number | undefined => {
  if (text === "NaN" || text === "Infinity" || text === "-Infinity") return Number(text);
  return kind === "any" && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
};

/** An instant in text; nothing where the text is none. */
export const parseTimestamp = (text: string, format: TimestampFormat): Date | undefined => {
  const seconds = parseNumber(text);
  const date = new Date(format === "epoch-seconds" ? (seconds ?? Number.NaN) * 1000 : text);
  return Number.isNaN(date.getTime()) || (format !== "epoch-seconds" && seconds !== undefined)
    ? undefined
    : date;
};

/** Bytes in base64; nothing where the text is not base64. */
export const parseBase64 = (text: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};
