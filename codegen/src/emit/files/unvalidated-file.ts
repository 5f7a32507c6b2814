import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { commandClass } from "../commands/command-class.js";
import { sentence, tag } from "../documentation/tsdoc.js";
import { operationSymbols } from "../symbol-of.js";
import { publicExports } from "./public-exports.js";
import { reexports } from "./reexports.js";
import type { SourceFile } from "./source-file.js";

/** Makes the entry `./unvalidated`: the same commands without validation, which then costs a bundle nothing. */
export function unvalidatedFile(plan: PackagePlan): SourceFile {
  const { service } = plan;
  const commands = service.operations.map((operation) => {
    const { command } = operationSymbols(plan, operation.id);
    const sections = [
      sentence(`As {@link ${command.name}} of \`${service.package.name}\`, but takes its input as it is.`),
    ];
    return commandClass(plan, operation, sections, false);
  });
  return {
    module: FIXED_FILES.unvalidated,
    sources: [service.source],
    description: [
      sentence(
        "The same commands without validation, for programs that are sure of their input and want the smallest bundle. Path labels that would reach another route are refused here, too.",
      ),
      tag("packageDocumentation", ""),
    ],
    statements: [...reexports(FIXED_FILES.unvalidated, publicExports(plan, "unvalidated")), ...commands],
  };
}
