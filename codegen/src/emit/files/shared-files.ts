import { byText } from "../../ir/names.js";
import type { EnumIr, NamedShapeIr, StructureIr, UnionIr } from "../../ir/shape-ir.js";
import { FIXED_FILES } from "../../plan/modules.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { shapeDescriptor } from "../descriptors/shape-descriptor.js";
import type { Fragment } from "../layout/fragment.js";
import { doubleSchema } from "../schemas/double-schema.js";
import { shapeSchema } from "../schemas/shape-schema.js";
import { symbolOf } from "../symbol-of.js";
import { enumConstant } from "../types/enum.js";
import { structureInterface } from "../types/interface.js";
import { unionType } from "../types/union.js";
import type { SourceFile } from "./source-file.js";

/** Makes the file of the structures and unions that more than one place uses. */
export function structuresFile(plan: PackagePlan): SourceFile {
  const shapes = sharedAggregates(plan);
  return {
    module: FIXED_FILES.structures,
    sources: sourcesOf(shapes),
    statements: shapes.flatMap((shape) => [typeOf(plan, shape), shapeDescriptor(plan, shape)]),
  };
}

/** Makes the file of the schemas of the same. */
export function sharedSchemasFile(plan: PackagePlan): SourceFile {
  const shapes = sharedAggregates(plan);
  return {
    module: FIXED_FILES.schemas,
    sources: sourcesOf(shapes),
    statements: shapes.map((shape) => shapeSchema(plan, shape)),
  };
}

/** Makes the file of the schema that stands for zod's number where Smithy allows more. */
export function doubleSchemaFile(plan: PackagePlan): SourceFile {
  return { module: FIXED_FILES.double, sources: [plan.service.source], statements: [doubleSchema(plan)] };
}

/** Makes the file of the enums. */
export function enumsFile(plan: PackagePlan): SourceFile {
  const enums = sorted(plan, [...plan.service.shapes.values()].filter(isEnum));
  return {
    module: FIXED_FILES.enums,
    sources: sourcesOf(enums),
    statements: enums.map((shape) => enumConstant(plan, shape)),
  };
}

/** The structures and unions that are declared in the shared file, sorted by name */
function sharedAggregates(plan: PackagePlan): readonly (StructureIr | UnionIr)[] {
  const shapes = [...plan.service.shapes.values()].filter(isAggregate);
  return sorted(
    plan,
    shapes.filter((shape) => shape.kind === "union" || shape.home.kind === "shared"),
  );
}

const typeOf = (plan: PackagePlan, shape: StructureIr | UnionIr): Fragment =>
  shape.kind === "union" ? unionType(plan, shape) : structureInterface(plan, shape);

/** Sorts by final name: a reader looks for that one, and it is the same in every run. */
function sorted<Shape extends NamedShapeIr>(plan: PackagePlan, shapes: readonly Shape[]): readonly Shape[] {
  const nameOf = (shape: Shape): string => symbolOf(plan, shape).name;
  return [...shapes].sort((left, right) => byText(nameOf(left), nameOf(right)));
}

/** The model files that shapes come from. */
const sourcesOf = (shapes: readonly { readonly source: string }[]): readonly string[] =>
  shapes.map(({ source }) => source);

const isEnum = (shape: NamedShapeIr): shape is EnumIr => shape.kind === "enum";
const isAggregate = (shape: NamedShapeIr): shape is StructureIr | UnionIr => shape.kind !== "enum";
