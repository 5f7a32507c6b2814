import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { commonErrorClass } from "../errors/common-error.js";
import { errorClass } from "../errors/error-class.js";
import { baseException, commonErrorType, unmodeledException } from "../errors/service-exceptions.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of all error classes. */
export function errorsFile(plan: PackagePlan): SourceFile {
  const { errors, shapes, source } = plan.service;
  return {
    module: FIXED_FILES.errors,
    sources: [source, ...errors.flatMap(({ id }) => shapes.get(id)?.source ?? [])],
    statements: [
      baseException(plan),
      ...errors.map((error) => errorClass(plan, error)),
      ...plan.commonErrors.map((common) => commonErrorClass(plan, common)),
      unmodeledException(plan),
      commonErrorType(plan),
    ],
  };
}
