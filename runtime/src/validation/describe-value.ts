/** Names the type of a value, never the value itself. */
export function describeType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid date" : "date";
  if (value instanceof Uint8Array) return "bytes";
  if (Number.isNaN(value)) return "NaN";
  return typeof value;
}
