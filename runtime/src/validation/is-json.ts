/** Whether a value is what a document may hold: JSON, as JavaScript holds it. */
export function isJson(value: unknown): boolean {
  if (typeof value !== "object") {
    return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  }
  if (value === null) return true;
  if (!Array.isArray(value) && !isLiteral(value)) return false;
  for (const item of Array.isArray(value) ? value : Object.values(value)) if (!isJson(item)) return false;
  return true;
}

/** Whether an object is of no class but `Object`, be it that of another realm. */
function isLiteral(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype as object, "isPrototypeOf");
}
