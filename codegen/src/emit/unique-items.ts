import type { ListTypeIr } from "../ir/shape-ir.js";

/** Items that JavaScript compares by what they are. Others, such as structures, are left to the service. */
const COMPARABLE: ReadonlySet<string> = new Set([
  ...["bigInteger", "boolean", "byte", "integer", "long", "short", "string"],
]);

/** Whether the items of a list are checked for repetitions. */
export function checksUniqueItems({ member: { type }, uniqueItems }: ListTypeIr): boolean {
  return uniqueItems && (type.kind === "enum" || (type.kind === "simple" && COMPARABLE.has(type.type)));
}
