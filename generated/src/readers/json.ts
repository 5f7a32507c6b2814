// Copied by tinsmith from model/extensions/readers/json.ts. Do not edit: change that file and run `npm run generate`.
import { ResponseParseError } from "@tinsmith/runtime";

/** Whatever JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** An object of JSON. Its keys come from outside: `__proto__` is one like any other. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** A member of a result that holds a text to read. */
export interface TextMember {
  /** Absent where results of several operations have it. */
  readonly operation?: string;
  readonly name: string;
}

/** What the service may send for nothing at all. */
export type Missing = undefined | null | "";

/** Whether there is a text to read. */
export const isMissing = (text: string | null | undefined): text is Missing =>
  text === undefined || text === null || text === "";

/** The error of a text that cannot be read; without a cause, since that of JSON's own parser quotes the text. */
export function unreadable({ operation, name }: TextMember, expected: string): ResponseParseError {
  const which = operation === undefined ? name : `${name}, as ${operation} gives it,`;
  return new ResponseParseError(`${which} is not ${expected}.`, { operation });
}

/** @throws ResponseParseError where the text is no JSON, or no object */
export function parseObject(text: string, member: TextMember, expected = "an object in JSON"): JsonObject {
  const value = parse(text, member, expected);
  if (isObject(value)) return value;
  throw unreadable(member, expected);
}

/** What Windows puts at the beginning of a file. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function parse(text: string, member: TextMember, expected: string): JsonValue {
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, "")) as JsonValue;
  } catch {
    throw unreadable(member, expected);
  }
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
