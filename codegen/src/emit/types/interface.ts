import type { MemberIr } from "../../ir/member-ir.js";
import type { Direction, StructureIr } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { described, describedTags, documented, type Section } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, stacked } from "../layout/fragment.js";
import { aggregateSymbols } from "../symbol-of.js";
import { memberDeclaration } from "./member-declaration.js";

/**
 * Declares the interface of a structure.
 *
 * @param introduction - what is said before, or instead of, the model's words
 */
export function structureInterface(
  plan: PackagePlan,
  structure: StructureIr,
  introduction: readonly Section[] = [],
): Fragment {
  const { documentation, members, direction } = structure;
  const sections = [...introduction, ...described(documentation), ...describedTags(documentation)];
  const name = aggregateSymbols(plan, structure.id).type.name;
  return documented(sections, [`export interface ${name} `, interfaceBody(plan, members, direction)]);
}

function interfaceBody(plan: PackagePlan, members: readonly MemberIr[], direction: Direction): Fragment {
  if (members.length === 0) return "{}";
  const declared = members.map((member) => memberDeclaration(plan, member, direction, 1));
  return ["{", indented(hardLine, stacked(...declared)), hardLine, "}"];
}
