import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { commonErrorClass, commonErrorDescriptor } from "../errors/common-error.js";
import { errorClass } from "../errors/error-class.js";
import { errorDescriptor } from "../errors/error-descriptor.js";
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
      ...errors.flatMap((error) => [errorClass(plan, error), errorDescriptor(plan, error)]),
      ...plan.commonErrors.flatMap((common) => [
        commonErrorClass(plan, common),
        commonErrorDescriptor(common),
      ]),
      unmodeledException(plan),
      commonErrorType(plan),
    ],
  };
}
