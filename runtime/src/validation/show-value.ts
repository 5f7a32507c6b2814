import type { ShapeDescriptor } from "../descriptors/shape.js";
import { REDACTED } from "../protocol/redact.js";
import { isEnum } from "./constraints.js";

const LONGEST_SHOWN = 60;

/** What `JSON.stringify` leaves as it is, though it does not print, or turns the text around it. */
const INVISIBLE = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu;

/** Writes a text as code would, on one line and cut short. */
export function quote(text: string): string {
  return JSON.stringify(cut(text)).replace(
    INVISIBLE,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/**
 * What may be shown of a value: nothing of one that is secret, and of others only what is simple, and in its place. A
 * list or an object where a text is due may be a secret that got there by mistake.
 */
export function showValue(
  shape: ShapeDescriptor | undefined,
  sensitive: boolean,
  value: unknown,
): string | undefined {
  if (value === undefined) return undefined;
  if (sensitive) return REDACTED;
  if (!isSimple(shape)) return undefined;
  if (typeof value === "string") return quote(value);
  return typeof value === "number" || typeof value === "boolean" || typeof value === "bigint"
    ? cut(String(value))
    : undefined;
}

function isSimple(shape: ShapeDescriptor | undefined): boolean {
  if (typeof shape === "object") return isEnum(shape);
  return shape !== undefined && shape !== "blob" && shape !== "document";
}
