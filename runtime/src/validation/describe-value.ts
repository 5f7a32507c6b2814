const CLASS = /^\[object (\w{1,30})\]$/;

/** Names the type of a value, or its class where that is built in, never the value itself. */
export function describeType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid date" : "date";
  if (value instanceof Uint8Array) return "bytes";
  if (Number.isNaN(value)) return "NaN";
  return typeof value === "object" && !isPlain(value)
    ? (CLASS.exec(tagOf(value))?.[1] ?? "object")
    : typeof value;
}

/** Whether a value is an object with members: no list, and nothing built in such as a `Map`, a `Promise` or bytes. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && tagOf(value) === "[object Object]";
}

const tagOf = (value: unknown): string => Object.prototype.toString.call(value);
