import { FIXED_FILES } from "../../plan/modules.js";
import type { OperationSymbols, PackagePlan } from "../../plan/package-plan.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { type Fragment, useType } from "../layout/fragment.js";
import { union } from "../layout/literals.js";
import { operationSymbols } from "../symbol-of.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of the types that stand for any operation of the service. */
export function typesFile(plan: PackagePlan): SourceFile {
  const { inputTypes, outputTypes } = plan.root;
  return {
    module: FIXED_FILES.types,
    sources: [plan.service.source],
    statements: [
      documented(
        [sentence("The input of any command.")],
        [`export type ${inputTypes.name} = `, ofAll(plan, "commandInput"), ";"],
      ),
      documented(
        [sentence("The result of any command.")],
        [`export type ${outputTypes.name} = `, ofAll(plan, "commandOutput"), ";"],
      ),
    ],
  };
}

function ofAll(
  plan: PackagePlan,
  which: keyof Pick<OperationSymbols, "commandInput" | "commandOutput">,
): Fragment {
  const types = plan.service.operations.map(({ id }) => useType(operationSymbols(plan, id)[which]));
  return types.length === 0 ? "never" : union(types);
}
