import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { runtime } from "../../plan/runtime-symbols.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { documented, sentence } from "../documentation/tsdoc.js";
import { use, useType } from "../layout/fragment.js";
import { tallArray } from "../layout/literals.js";
import { operationSymbols } from "../symbol-of.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file that lists all operations, for what serves them instead of calling them. */
export function operationsFile(plan: PackagePlan): SourceFile {
  const { root, service } = plan;
  const descriptors = service.operations.map(({ id }) => [use(operationSymbols(plan, id).descriptor), "()"]);
  return {
    module: FIXED_FILES.operations,
    sources: [service.source],
    statements: [
      documented(
        [sentence(`All operations of ${escapeTsdoc(service.title)}, sorted by name.`)],
        [
          `export const ${root.operations.name}: readonly `,
          useType(runtime("OperationDescriptor")),
          "[] = ",
          tallArray(descriptors),
          ";",
        ],
      ),
    ],
  };
}
