import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { ownStructures } from "../commands/command-file.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { sentence, tag } from "../documentation/tsdoc.js";
import { shapeSchema } from "../schemas/shape-schema.js";
import { aggregateSymbols } from "../symbol-of.js";
import { reexports } from "./reexports.js";
import type { SourceFile } from "./source-file.js";

/** Makes a file per operation with the schemas of what only it takes and gives. */
export function operationSchemaFiles(plan: PackagePlan): readonly SourceFile[] {
  return plan.service.operations.flatMap((operation): readonly SourceFile[] => {
    const structures = ownStructures(plan, operation);
    const [first] = structures;
    if (first === undefined) return [];
    return [
      {
        module: aggregateSymbols(plan, first.id).schema.module,
        sources: structures.map(({ source }) => source),
        statements: structures.map((structure) => shapeSchema(plan, structure)),
      },
    ];
  });
}

/** Makes the entry `./zod`. */
export function zodFile(plan: PackagePlan): SourceFile {
  const { zod } = FIXED_FILES;
  const schemas = [...plan.aggregates].filter(([id]) => hasSchema(plan, id));
  return {
    module: zod,
    sources: [plan.service.source],
    description: [
      sentence(
        `zod (mini) schemas of everything that ${escapeTsdoc(plan.service.title)} takes and gives, to build others from: this entry needs zod to be installed beside it.`,
      ),
      tag("packageDocumentation", ""),
    ],
    statements: reexports(
      zod,
      schemas.map(([, { schema }]) => ({ symbol: schema, typeOnly: false })),
    ),
  };
}

/** Whether a structure or union has a schema: errors' members have none, unless other shapes hold them. */
function hasSchema({ service }: PackagePlan, id: string): boolean {
  const shape = service.shapes.get(id);
  return shape?.kind === "union" || (shape?.kind === "structure" && shape.home.kind !== "error");
}
