import type { BoundsIr, MemberIr } from "../../ir/member-ir.js";
import type { TypeIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { type RuntimeName, runtime } from "../../plan/runtime-symbols.js";
import { type Fragment, use } from "../layout/fragment.js";
import { type Entry, isInherited, literal, object, text } from "../layout/literals.js";
import { aggregateSymbols, enumSymbol } from "../symbol-of.js";
import { checksUniqueItems } from "../unique-items.js";

/** Writes what the runtime has to know about members, by name. */
export function memberEntries(plan: PackagePlan, members: readonly MemberIr[]): readonly Entry[] {
  return members.map((member) => {
    const descriptor = memberDescriptor(plan, member);
    // TypeScript takes the expected type of a property such as `constructor` from Object's.
    return [member.name, isInherited(member.name) ? [descriptor, " as const"] : descriptor];
  });
}

/** Writes what the runtime has to know about a member. */
function memberDescriptor(plan: PackagePlan, member: MemberIr): Fragment {
  const { binding, type } = member;
  const named = type.kind === "structure" || type.kind === "union";
  return object([
    ["target", targetDescriptor(plan, type)],
    ...flag("required", member.required),
    ...optional("jsonName", member.jsonName),
    ...optional("location", binding?.location),
    ...optional("locationName", binding?.name),
    ...optional("timestampFormat", member.timestampFormat),
    ...codec(type),
    ...optional("mediaType", member.mediaType),
    // A structure says itself that it is sensitive.
    ...flag("sensitive", member.sensitive && !named),
    ...flag("streaming", type.kind === "simple" && type.streaming),
    ...flag("hostLabel", member.hostLabel),
    ...flag("idempotencyToken", member.idempotencyToken),
    ...optional("default", member.defaultValue),
    ...bounds("range", member.range),
    ...bounds("length", member.length),
    ...optional("pattern", member.pattern),
  ]);
}

const CODECS: Readonly<Record<string, RuntimeName>> = {
  bigDecimal: "bigDecimalCodec",
  bigInteger: "bigIntegerCodec",
  blob: "blobCodec",
  document: "documentCodec",
  timestamp: "timestampCodec",
};

/** Members bring along what writes and reads them, where JSON does not know their type. */
function codec(type: TypeIr): readonly Entry[] {
  const name = type.kind === "simple" ? CODECS[type.type] : undefined;
  return name === undefined ? [] : [["codec", use(runtime(name))]];
}

function targetDescriptor(plan: PackagePlan, type: TypeIr): Fragment {
  switch (type.kind) {
    case "simple":
      return text(type.type);
    case "enum":
      return enumDescriptor(plan, type.id);
    case "list":
      return object([
        ["kind", text("list")],
        ["member", memberDescriptor(plan, type.member)],
        ...flag("sparse", type.sparse),
        ...flag("uniqueItems", checksUniqueItems(type)),
      ]);
    case "map":
      return object([
        ["kind", text("map")],
        ["key", memberDescriptor(plan, type.key)],
        ["value", memberDescriptor(plan, type.value)],
        ...flag("sparse", type.sparse),
      ]);
    case "structure":
    case "union":
      // A function that makes it: what is a member's target always stands in a file of its own, see `homeOf`.
      return use(aggregateSymbols(plan, type.id).descriptor);
  }
}

function enumDescriptor(plan: PackagePlan, id: string): Fragment {
  const shape = plan.service.shapes.get(id);
  const integer = shape?.kind === "enum" && shape.integer;
  return object([
    ["kind", text(integer ? "intEnum" : "enum")],
    ["name", text(shape?.name ?? id)],
    ["values", use(enumSymbol(plan, id))],
  ]);
}

/** An entry that is there, and true, or not there at all. */
export const flag = (name: string, holds: boolean): readonly Entry[] => (holds ? [[name, "true"]] : []);

/** An entry that is there unless it has no value. */
export const optional = (name: string, value: unknown): readonly Entry[] =>
  value === undefined ? [] : [[name, literal(value)]];

const bounds = (name: string, value: BoundsIr | undefined): readonly Entry[] =>
  value === undefined || Object.keys(value).length === 0 ? [] : [[name, literal(value)]];
