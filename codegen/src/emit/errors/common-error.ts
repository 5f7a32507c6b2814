import type { PackagePlan } from "../../plan/package-plan.js";
import { sentence } from "../documentation/tsdoc.js";
import type { Fragment } from "../layout/fragment.js";
import { object, text } from "../layout/literals.js";
import { writeErrorDescriptor } from "./error-descriptor.js";
import { exceptionClass } from "./exception-class.js";

type CommonErrorPlan = PackagePlan["commonErrors"][number];

/** Declares the class of an error that any AWS service may answer with. */
export const commonErrorClass = (plan: PackagePlan, { error, symbols }: CommonErrorPlan): Fragment =>
  exceptionClass({
    sections: [sentence(error.documentation)],
    name: symbols.type,
    base: plan.root.exception,
    wireName: error.name,
    fault: error.fault,
    properties: [],
    parameter: "",
    statements: [],
  });

/** Declares the descriptor of an error that any AWS service may answer with. */
export const commonErrorDescriptor = ({ error, symbols }: CommonErrorPlan): Fragment =>
  writeErrorDescriptor(symbols.descriptor, {
    ...error,
    wireName: error.name,
    shape: object([
      ["kind", text("structure")],
      ["name", text(error.name)],
      ["members", object([["message", object([["target", text("string")]])]])],
    ]),
    type: symbols.type,
  });
