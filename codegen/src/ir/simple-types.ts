import type { ServiceIr } from "./service-ir.js";
import type { SimpleTypeIr, TypeIr } from "./shape-ir.js";

/** @returns the simple types of all members that a service has, lists' and maps' included */
export function simpleTypes({ shapes }: ServiceIr): readonly SimpleTypeIr[] {
  return [...shapes.values()].flatMap((shape) =>
    shape.kind === "enum" ? [] : shape.members.flatMap(({ type }) => simpleTypesIn(type)),
  );
}

function simpleTypesIn(type: TypeIr): readonly SimpleTypeIr[] {
  switch (type.kind) {
    case "simple":
      return [type];
    case "list":
      return simpleTypesIn(type.member.type);
    case "map":
      return [...simpleTypesIn(type.key.type), ...simpleTypesIn(type.value.type)];
    default:
      return [];
  }
}
