import type { MemberIr } from "../../ir/member-ir.js";
import type { ServiceIr } from "../../ir/service-ir.js";
import type { EnumIr, ShapeReferenceIr, SimpleTypeIr, TypeIr } from "../../ir/shape-ir.js";
import type { ShapeId } from "../../model/model.js";
import type { Fragment } from "../layout/fragment.js";
import { array, isInherited, literal, object, text } from "../layout/literals.js";
import { madeText } from "./made-text.js";

/** Which members a made-up structure has, and how deep it goes. */
export interface Making {
  readonly service: ServiceIr;
  /** Whether members that may be left out are left out. */
  readonly requiredOnly: boolean;
  /** Structures that the value stands in: one of them again is left empty. */
  readonly within: readonly ShapeId[];
  /** Structures that may stand in each other. */
  readonly maxDepth: number;
}

/** Makes up a value of a structure, as code. */
export function madeStructure(id: ShapeId, making: Making): Fragment {
  const shape = making.service.shapes.get(id);
  if (shape?.kind !== "structure") return "{}";
  const inner = { ...making, within: [...making.within, id] };
  const members = making.requiredOnly ? shape.members.filter(isNeeded) : shape.members;
  return object(members.map((member) => [member.name, madeValue(member, inner)]));
}

/** To TypeScript an object without `toString` has the inherited one, which would be of the wrong type. */
const isNeeded = ({ name, required, idempotencyToken }: MemberIr): boolean =>
  (required && !idempotencyToken) || isInherited(name);

function madeValue(member: MemberIr, making: Making): Fragment {
  const { type } = member;
  switch (type.kind) {
    case "simple":
      return madeSimple(member, type);
    case "list":
      return isTooDeep(type.member.type, making)
        ? "[]"
        : array([madeValue(named(type.member, member), making)]);
    case "map":
      if (isTooDeep(type.value.type, making)) return "{}";
      return object([[keyOf(type.key, making), madeValue(named(type.value, member), making)]]);
    case "enum":
      return literal(firstValue(making.service, type.id));
    case "structure":
      return isTooDeep(type, making) ? "{}" : madeStructure(type.id, making);
    case "union":
      return madeUnion(type, making);
  }
}

function madeUnion({ id }: ShapeReferenceIr, making: Making): Fragment {
  const shape = making.service.shapes.get(id);
  const inner = { ...making, within: [...making.within, id] };
  const members = shape?.kind === "union" ? shape.members : [];
  const member = members.find(({ type }) => !isTooDeep(type, inner)) ?? members[0];
  return member === undefined ? "{}" : object([[member.name, madeValue(member, inner)]]);
}

function madeSimple(member: MemberIr, { type }: SimpleTypeIr): Fragment {
  switch (type) {
    case "string":
      return text(madeText(member));
    case "boolean":
      return "true";
    case "timestamp":
      return 'new Date("2025-01-01T00:00:00Z")';
    case "blob":
      return 'new TextEncoder().encode("example")';
    case "document":
      return '{ "example": true }';
    case "bigInteger":
      return `${member.range?.min ?? 1}n`;
    default:
      return String(member.range?.min ?? Math.min(1, member.range?.max ?? 1));
  }
}

/** Items and values are called after the list or map that holds them. */
const named = (inner: MemberIr, outer: MemberIr): MemberIr => ({
  ...inner,
  name: outer.name.replace(/(?<=[a-rt-z])s$/, ""),
});

function keyOf(member: MemberIr, { service }: Making): string {
  return member.type.kind === "enum" ? String(firstValue(service, member.type.id)) : madeText(member);
}

function firstValue(service: ServiceIr, id: ShapeId): string | number {
  const shape = service.shapes.get(id);
  return (shape?.kind === "enum" ? (shape as EnumIr).values[0]?.value : undefined) ?? "";
}

function isTooDeep(type: TypeIr, { within, maxDepth }: Making): boolean {
  if (type.kind !== "structure" && type.kind !== "union") return false;
  return within.length > maxDepth || within.includes(type.id);
}
