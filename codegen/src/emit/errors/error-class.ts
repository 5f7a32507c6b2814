import type { MemberIr } from "../../ir/member-ir.js";
import type { ErrorIr } from "../../ir/service-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { errorMembers } from "../../plan/plan-errors.js";
import { described, describedTags, documented, type Section, sentence } from "../documentation/tsdoc.js";
import type { Fragment } from "../layout/fragment.js";
import { propertyName } from "../layout/literals.js";
import { errorSymbols } from "../symbol-of.js";
import { memberSections } from "../types/member-declaration.js";
import { typeExpression } from "../types/type-expression.js";
import { modelledErrorDescriptor } from "./error-descriptor.js";
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
    facts: error,
    descriptor: modelledErrorDescriptor(plan, error),
    properties: members.map((member) => property(plan, member, propertyOf(member))),
  });
}

function property(plan: PackagePlan, member: MemberIr, name: string): Fragment {
  const renamed: readonly Section[] =
    name === member.name
      ? []
      : [sentence(`The member \`${member.name}\`, whose name all errors use otherwise.`)];
  return documented(
    [...memberSections(member), ...renamed],
    [
      `declare readonly ${propertyName(name)}?: `,
      typeExpression(plan, member.type, "output"),
      " | undefined;",
    ],
    1,
  );
}
