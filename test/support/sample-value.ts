import type { MemberDescriptor, ShapeDescriptor, StructureDescriptor } from "@tinsmith/runtime";

/**
 * A value for a structure, made from its descriptor alone: every member set, strings named after their
 * member, lists of two items where they can differ. The same descriptor always gives the same value.
 */
export const sampleStructure = (structure: StructureDescriptor): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(structure.members).map(([name, member]) => [name, sampleMember(member, name)]),
  );

const sampleMember = (member: MemberDescriptor, name: string): unknown => {
  const shape = typeof member.target === "function" ? member.target() : member.target;
  return typeof shape === "string" ? sampleSimple(shape, member, name) : sampleAggregate(shape, name);
};

const sampleSimple = (shape: string, { range }: MemberDescriptor, name: string): unknown => {
  switch (shape) {
    case "boolean":
      return true;
    case "double":
    case "float":
      return range?.min ?? 8.5;
    case "integer":
      return range?.max ?? 8;
    case "string":
      return `sample ${name}`;
    default:
      throw new Error(`No sample value for a ${shape}, member ${name}`);
  }
};

const sampleAggregate = (shape: Exclude<ShapeDescriptor, string>, name: string): unknown => {
  switch (shape.kind) {
    case "structure":
      return sampleStructure(shape);
    case "enum":
      return Object.values(shape.values)[0];
    case "list":
      return sampleList(shape.member, name);
    default:
      throw new Error(`No sample value for a ${shape.kind}, member ${name}`);
  }
};

const sampleList = (member: MemberDescriptor, name: string): unknown[] => {
  const shape = typeof member.target === "function" ? member.target() : member.target;
  if (typeof shape !== "string" && shape.kind === "enum") return Object.values(shape.values).slice(0, 2);
  return [sampleMember(member, `${name} 1`), sampleMember(member, `${name} 2`)];
};
