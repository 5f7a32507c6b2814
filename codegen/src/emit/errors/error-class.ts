import type { MemberIr } from "../../ir/member-ir.js";
import type { ErrorIr } from "../../ir/service-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { errorMembers } from "../../plan/plan-errors.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { described, describedTags, documented, type Section, sentence } from "../documentation/tsdoc.js";
import { type Fragment, useType } from "../layout/fragment.js";
import { access, isInherited, propertyName, text } from "../layout/literals.js";
import { errorSymbols } from "../symbol-of.js";
import { memberSections } from "../types/member-declaration.js";
import { typeExpression } from "../types/type-expression.js";
import { exceptionClass } from "./exception-class.js";

/** Declares the class of a modelled error. */
export function errorClass(plan: PackagePlan, error: ErrorIr): Fragment {
  const symbols = errorSymbols(plan, error.id);
  const documentation = plan.service.shapes.get(error.id)?.documentation ?? { links: [] };
  // Every error has a message, a modelled one included.
  const members = errorMembers(plan.service, error).filter(({ name }) => name !== "message");
  const propertyOf = ({ name }: MemberIr): string => symbols.properties.get(name) ?? name;
  return exceptionClass({
    sections: [...described(documentation), ...describedTags(documentation)],
    name: symbols.type,
    base: plan.root.exception,
    wireName: error.wireName,
    fault: error.fault,
    properties: members.map((member) => property(plan, member, propertyOf(member))),
    parameter: [useType(runtime("ServiceExceptionOptions")), "<", useType(symbols.type), ">"],
    statements: members.map((member) => [
      access("this", propertyOf(member)),
      " = ",
      memberValue(plan, member, propertyOf(member)),
      ";",
    ]),
  });
}

function property(plan: PackagePlan, member: MemberIr, name: string): Fragment {
  const renamed: readonly Section[] =
    name === member.name
      ? []
      : [sentence(`The member \`${member.name}\`, whose name all errors use otherwise.`)];
  return documented(
    [...memberSections(member), ...renamed],
    [`readonly ${propertyName(name)}?: `, typeExpression(plan, member.type, "output"), " | undefined;"],
    1,
  );
}

/** Reads a member; one whose name every object has counts only where it was given. */
function memberValue(plan: PackagePlan, { type }: MemberIr, property: string): Fragment {
  const value = access("options", property);
  if (!isInherited(property)) return value;
  const given = ["(", value, " as ", typeExpression(plan, type, "output"), ")"];
  return [`Object.hasOwn(options, ${text(property)}) ? `, given, " : undefined"];
}
