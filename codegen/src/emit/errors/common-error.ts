import type { PackagePlan } from "../../plan/package-plan.js";
import { sentence } from "../documentation/tsdoc.js";
import type { Fragment } from "../layout/fragment.js";
import { object, text } from "../layout/literals.js";
import { errorDescriptor } from "./error-descriptor.js";
import { exceptionClass } from "./exception-class.js";

/** Declares the class of an error that any AWS service may answer with. */
export function commonErrorClass(
  plan: PackagePlan,
  { error, type }: PackagePlan["commonErrors"][number],
): Fragment {
  const facts = {
    ...error,
    wireName: error.name,
    members: [["message", object([["target", text("string")]])]],
  } as const;
  return exceptionClass({
    sections: [sentence(error.documentation)],
    name: type,
    base: plan.root.exception,
    facts,
    descriptor: errorDescriptor(facts),
    properties: [],
  });
}
