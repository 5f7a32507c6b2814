import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { sentence, tag } from "../documentation/tsdoc.js";
import { publicExports } from "./public-exports.js";
import { reexports } from "./reexports.js";
import type { SourceFile } from "./source-file.js";

/** Makes the main entry: everything by name, so that the list of exports can be read. */
export function indexFile(plan: PackagePlan): SourceFile {
  return {
    module: FIXED_FILES.index,
    sources: [plan.service.source],
    description: [sentence(escapeTsdoc(plan.service.package.description)), tag("packageDocumentation", "")],
    statements: reexports(FIXED_FILES.index, publicExports(plan, "main")),
  };
}
