import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, hardLine, indented, use, useType } from "../layout/fragment.js";
import { union } from "../layout/literals.js";

/** Declares the base class of a service's errors. */
export function baseException({ root, service }: PackagePlan): Fragment {
  return documented(
    [sentence(`Base of all errors that ${escapeTsdoc(service.title)} answers with.`)],
    [`export class ${root.exception.name} extends `, use(runtime("ServiceException")), " {}"],
  );
}

/** Declares the class that stands for errors nobody modelled. */
export function unmodeledException({ root, service }: PackagePlan): Fragment {
  const documentation = `An error that the model of ${escapeTsdoc(service.title)} does not have; \`code\` holds its name on the wire.`;
  return documented(
    [sentence(documentation)],
    [
      `export class ${root.unmodeled.name} extends `,
      use(root.exception),
      " {",
      indented(hardLine, 'override readonly name = "UnmodeledServiceException";'),
      hardLine,
      "}",
    ],
  );
}

/** Declares the union of what any operation can end in, beside its own errors. */
export function commonErrorType({ root, commonErrors }: PackagePlan): Fragment {
  const classes = [...commonErrors.map(({ type }) => type), root.unmodeled];
  return documented(
    [
      sentence(
        "Errors that any operation can end in: AWS's common errors, errors that are not in the model, and everything that fails in the client.",
      ),
    ],
    [
      `export type ${root.commonError.name} = `,
      union([...classes, runtime("ClientError")].map(useType)),
      ";",
    ],
  );
}
