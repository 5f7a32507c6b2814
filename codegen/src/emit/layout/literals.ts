import { type Fragment, group, hardLine, ifBroken, indented, join, line, softLine } from "./fragment.js";

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Writes a string literal. */
export const text = (value: string): string =>
  // U+2028 and U+2029 are legal in literals, but end a line comment and confuse editors.
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (character) =>
    character === "\u2028" ? "\\u2028" : "\\u2029",
  );

/** Writes the name of a property in a type or class: bare where it is an identifier. */
export const propertyName = (name: string): string => (IDENTIFIER.test(name) ? name : text(name));

/** Writes a key of an object literal. A plain `__proto__` would set the prototype: a computed one does not. */
export const key = (name: string): string => (name === "__proto__" ? '["__proto__"]' : propertyName(name));

/** Writes the reading of a property. */
export const access = (object: Fragment, name: string): Fragment =>
  IDENTIFIER.test(name) ? [object, ".", name] : [object, "[", text(name), "]"];

/** Whether every object has a property of that name. */
export const isInherited = (name: string): boolean => name in Object.prototype;

/** A key and its value. */
export type Entry = readonly [key: string, value: Fragment];

/** Writes an object literal, on one line if it fits. */
export function object(entries: readonly Entry[]): Fragment {
  if (entries.length === 0) return "{}";
  const written = entries.map(([name, value]) => [key(name), ": ", value]);
  return group("{", indented(line, join(written, [",", line])), ifBroken(","), line, "}");
}

/** Writes an object literal with each entry on lines of its own. */
export function tallObject(entries: readonly Entry[]): Fragment {
  if (entries.length === 0) return "{}";
  const written = entries.map(([name, value]) => [key(name), ": ", value]);
  return ["{", indented(hardLine, join(written, [",", hardLine])), ",", hardLine, "}"];
}

/** Writes an array literal, on one line if it fits. */
export function array(items: readonly Fragment[]): Fragment {
  if (items.length === 0) return "[]";
  return group("[", indented(softLine, join(items, [",", line])), ifBroken(","), softLine, "]");
}

/** Writes an array literal with each item on lines of its own. */
export function tallArray(items: readonly Fragment[]): Fragment {
  if (items.length === 0) return "[]";
  return ["[", indented(hardLine, join(items, [",", hardLine])), ",", hardLine, "]"];
}

/** Writes a call, its arguments on one line if they fit. */
export function call(callee: Fragment, parameters: readonly Fragment[]): Fragment {
  if (parameters.length === 0) return [callee, "()"];
  return [
    callee,
    group("(", indented(softLine, join(parameters, [",", line])), ifBroken(","), softLine, ")"),
  ];
}

/** Writes a union type, on one line if it fits. */
export function union(types: readonly Fragment[]): Fragment {
  return group(indented(softLine, ifBroken("| "), join(types, [line, "| "])));
}

/** Writes the type arguments of a generic type. */
export const typeArguments = (types: readonly Fragment[]): Fragment =>
  group("<", indented(softLine, join(types, [",", line])), softLine, ">");

/** Writes any value that JSON can carry as a literal. */
export function literal(value: unknown): Fragment {
  if (Array.isArray(value)) return array(value.map(literal));
  if (typeof value === "object" && value !== null) {
    return object(Object.entries(value).map(([name, property]) => [name, literal(property)]));
  }
  return typeof value === "string" ? text(value) : String(value);
}
