import { byText } from "../../ir/names.js";
import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { ownStructures } from "../commands/command-file.js";
import { anyLink } from "../documentation/article.js";
import { escapeTsdoc } from "../documentation/escape.js";
import { documented, sentence, tag } from "../documentation/tsdoc.js";
import { use } from "../layout/fragment.js";
import { shapeSchema } from "../schemas/shape-schema.js";
import { PURE } from "../schemas/zod-call.js";
import { aggregateSymbols } from "../symbol-of.js";
import type { SourceFile } from "./source-file.js";

/** Makes a file per operation with the schemas of what only it takes and gives. */
export function operationSchemaFiles(plan: PackagePlan): readonly SourceFile[] {
  return plan.service.operations.flatMap((operation): readonly SourceFile[] => {
    const structures = ownStructures(plan, operation);
    const [first] = structures;
    if (first === undefined) return [];
    return [
      {
        module: aggregateSymbols(plan, first.id).makeSchema.module,
        sources: structures.map(({ source }) => source),
        statements: structures.map((structure) => shapeSchema(plan, structure)),
      },
    ];
  });
}

/** Makes the entry `./zod`. */
export function zodFile(plan: PackagePlan): SourceFile {
  const schemas = [...plan.aggregates].filter(([id]) => hasSchema(plan, id)).map(([, symbols]) => symbols);
  return {
    module: FIXED_FILES.zod,
    sources: [plan.service.source],
    description: [
      sentence(
        `zod (mini) schemas of everything that ${escapeTsdoc(plan.service.title)} takes and gives, to build others from: this entry needs zod to be installed beside it.`,
      ),
      tag("packageDocumentation", ""),
    ],
    statements: schemas
      .sort((left, right) => byText(left.schema.name, right.schema.name))
      .map(({ type, schema, makeSchema }) =>
        documented(
          [sentence(`Decides whether a value is ${anyLink(type.name)}.`)],
          [`export const ${schema.name} = ${PURE}`, use(makeSchema), "();"],
        ),
      ),
  };
}

/** Whether a structure or union has a schema: errors' members have none, unless other shapes hold them. */
function hasSchema({ service }: PackagePlan, id: string): boolean {
  const shape = service.shapes.get(id);
  return shape?.kind === "union" || (shape?.kind === "structure" && shape.home.kind !== "error");
}
