import type { MemberIr } from "../../ir/member-ir.js";
import type { UnionIr } from "../../ir/shape-ir.js";
import { capitalized, createNamer } from "../../plan/namer.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { described, describedTags, documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, join, stacked } from "../layout/fragment.js";
import { propertyName, union } from "../layout/literals.js";
import { aggregateSymbols } from "../symbol-of.js";
import { memberSections, sideOf } from "./member-declaration.js";
import { typeExpression } from "./type-expression.js";

/** A member of a union and the interface that stands for it. */
interface Variant {
  readonly member: MemberIr;
  readonly name: string;
}

/**
 * Declares a union as the official clients do: an interface per member, told apart by which property is
 * there, and one for members that the service adds later.
 */
export function unionType(plan: PackagePlan, shape: UnionIr): Fragment {
  const { name } = aggregateSymbols(plan, shape.id).type;
  const names = createNamer(["$UnknownMember"]);
  const variants = shape.members.map((member) => ({
    member,
    name: names.take(`${typeName(member.name)}Member`),
  }));
  const all = [...variants.map((variant) => `${name}.${variant.name}`), `${name}.$UnknownMember`];
  return stacked(
    documented(
      [...described(shape.documentation), ...describedTags(shape.documentation)],
      [`export type ${name} = `, union(all), ";"],
    ),
    "",
    `export declare namespace ${name} {`,
    ["  ", indented(namespaceBody(plan, shape, variants))],
    "}",
  );
}

function namespaceBody(plan: PackagePlan, shape: UnionIr, variants: readonly Variant[]): Fragment {
  const interfaces = variants.map(({ member, name }) =>
    documented(memberSections(member), variantInterface(plan, shape, member, name), 1),
  );
  const unknown = documented(
    [sentence("A member that this package does not know: its name, and what came.")],
    variantInterface(plan, shape, undefined, "$UnknownMember"),
    1,
  );
  return join([...interfaces, unknown], [hardLine, hardLine]);
}

function variantInterface(
  plan: PackagePlan,
  shape: UnionIr,
  own: MemberIr | undefined,
  name: string,
): Fragment {
  const properties = shape.members.map((member) =>
    member === own
      ? [propertyName(member.name), ": ", typeExpression(plan, member.type, sideOf(shape.direction)), ";"]
      : [propertyName(member.name), "?: never;"],
  );
  const unknown = own === undefined ? "$unknown: [string, unknown];" : "$unknown?: never;";
  return [`export interface ${name} {`, indented(hardLine, stacked(...properties, unknown)), hardLine, "}"];
}

const typeName = (member: string): string => capitalized(member.replace(/[^\w$]/g, "_"));
