import type { MemberIr } from "../../ir/member-ir.js";
import type { ErrorIr } from "../../ir/service-ir.js";
import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { anyLink } from "../documentation/article.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { commonErrorClass, commonErrorDescriptor } from "../errors/common-error.js";
import { errorClass } from "../errors/error-class.js";
import { errorDescriptor } from "../errors/error-descriptor.js";
import { baseException, commonErrorType, unmodeledException } from "../errors/service-exceptions.js";
import { type Fragment, hardLine, indented, stacked } from "../layout/fragment.js";
import { isInherited, propertyName } from "../layout/literals.js";
import { aggregateSymbols, errorSymbols } from "../symbol-of.js";
import { memberDeclaration } from "../types/member-declaration.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of all error classes. */
export function errorsFile(plan: PackagePlan): SourceFile {
  const { errors, shapes, source } = plan.service;
  return {
    module: FIXED_FILES.errors,
    sources: [source, ...errors.flatMap(({ id }) => shapes.get(id)?.source ?? [])],
    statements: [
      baseException(plan),
      ...errors.flatMap((error) => [
        ...membersInterface(plan, error),
        errorClass(plan, error),
        errorDescriptor(plan, error),
      ]),
      ...plan.commonErrors.flatMap((common) => [
        commonErrorClass(plan, common),
        commonErrorDescriptor(common),
      ]),
      unmodeledException(plan),
      commonErrorType(plan),
    ],
  };
}

/** Declares what an error carries, unless other shapes hold it and it is declared with them. */
function membersInterface(plan: PackagePlan, error: ErrorIr): readonly Fragment[] {
  const shape = plan.service.shapes.get(error.id);
  if (shape?.kind !== "structure" || shape.home.kind !== "error") return [];
  const { name } = aggregateSymbols(plan, error.id).type;
  return [
    documented(
      [sentence(`What ${anyLink(errorSymbols(plan, error.id).type.name)} carries.`)],
      [`export interface ${name} `, membersBody(plan, shape.members)],
    ),
  ];
}

function membersBody(plan: PackagePlan, members: readonly MemberIr[]): Fragment {
  return members.length === 0
    ? "{}"
    : [
        "{",
        indented(hardLine, stacked(...members.map((member) => declaration(plan, member)))),
        hardLine,
        "}",
      ];
}

/** A member whose name every object has must allow what every object has there. */
function declaration(plan: PackagePlan, member: MemberIr): Fragment {
  return isInherited(member.name)
    ? `${propertyName(member.name)}?: unknown;`
    : memberDeclaration(plan, member, "output", 1);
}
