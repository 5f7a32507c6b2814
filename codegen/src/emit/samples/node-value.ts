import type { ServiceIr } from "../../ir/service-ir.js";
import type { SimpleTypeIr, TypeIr } from "../../ir/shape-ir.js";
import { isRecord } from "../../ir/traits.js";
import type { Fragment } from "../layout/fragment.js";
import { array, type Entry, literal, object, text } from "../layout/literals.js";

/**
 * Writes as code a value that a trait gives in the model's own notation, where timestamps are texts or
 * seconds, and blobs are texts.
 *
 * @see https://smithy.io/2.0/spec/documentation-traits.html#examples-trait
 */
export function nodeValue(service: ServiceIr, type: TypeIr, value: unknown): Fragment {
  switch (type.kind) {
    case "simple":
      return simpleValue(type, value);
    case "list":
      return Array.isArray(value)
        ? array(value.map((item) => nodeValue(service, type.member.type, item)))
        : literal(value);
    case "map":
      return entriesOf(value, () => type.value.type, service);
    case "structure":
    case "union": {
      const shape = service.shapes.get(type.id);
      const members = shape === undefined || shape.kind === "enum" ? [] : shape.members;
      const types = new Map(members.map((member) => [member.name, member.type]));
      return entriesOf(value, (name) => types.get(name), service);
    }
    case "enum":
      return literal(value);
  }
}

function entriesOf(
  value: unknown,
  typeOf: (name: string) => TypeIr | undefined,
  service: ServiceIr,
): Fragment {
  if (!isRecord(value)) return literal(value);
  return object(
    Object.entries(value).flatMap(([name, property]): readonly Entry[] => {
      const type = typeOf(name);
      return type === undefined ? [] : [[name, nodeValue(service, type, property)]];
    }),
  );
}

function simpleValue({ type }: SimpleTypeIr, value: unknown): Fragment {
  switch (type) {
    case "timestamp":
      return `new Date(${typeof value === "number" ? value * 1000 : text(String(value))})`;
    case "blob":
      return `new TextEncoder().encode(${text(String(value))})`;
    case "bigInteger":
      return `${String(value)}n`;
    case "string":
      return text(String(value));
    default:
      return literal(value);
  }
}
