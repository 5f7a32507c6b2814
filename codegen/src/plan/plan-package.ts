import { byName } from "../ir/names.js";
import type { ServiceIr } from "../ir/service-ir.js";
import type { EnumIr, NamedShapeIr, StructureIr, UnionIr } from "../ir/shape-ir.js";
import type { ShapeId } from "../model/model.js";
import type { CodeSymbol } from "./code-symbol.js";
import { COMMON_ERRORS } from "./common-errors.js";
import { FIXED_FILES, FIXED_ROOT_NAMES, file } from "./modules.js";
import { capitalized, createFileNamer, createNamer, type Namer } from "./namer.js";
import type { AggregateSymbols, PackagePlan, RootSymbols } from "./package-plan.js";
import { planErrors } from "./plan-errors.js";
import { claimCommands, type OperationFiles, planOperationFiles, planOperations } from "./plan-operations.js";
import { RESERVED_NAMES } from "./reserved-names.js";

/**
 * Decides which file declares what under which name.
 *
 * Every name is given out once for the whole package, because one entry exports them all. What a name is
 * given to first keeps it as it is: what the package is called by, then commands, then shapes, then
 * what is derived from them.
 *
 * @param extensionEntries - base names of files that others add below `src`
 */
export function planPackage(service: ServiceIr, extensionEntries: readonly string[]): PackagePlan {
  const namer = createNamer(RESERVED_NAMES);
  const rootFiles = createFileNamer([...FIXED_ROOT_NAMES, ...extensionEntries]);
  const root = planRoot(service, namer, rootFiles);
  const files = planOperationFiles(service);
  const commands = claimCommands(service, files, namer);
  const shapes = [...service.shapes.values()].sort(byName);
  const types = claimTypes(service, shapes, namer);
  return {
    service,
    root,
    enums: new Map(
      shapes.filter(isEnum).map(({ id }) => [id, { name: types.get(id) ?? "", module: FIXED_FILES.enums }]),
    ),
    errors: planErrors(service, types),
    aggregates: new Map(
      shapes
        .filter(isAggregate)
        .map((shape) => [shape.id, planAggregate(service, shape, types, files, namer)]),
    ),
    operations: planOperations(service, commands, files, namer),
    commonErrors: planCommonErrors(service, namer),
  };
}

function planRoot({ name }: ServiceIr, namer: Namer, files: Namer): RootSymbols {
  const { service, errors, operations, types, testing, double } = FIXED_FILES;
  const client = file(files.take(`${name}Client`));
  const aggregate = file(files.take(name));
  return {
    client: { name: namer.take(`${name}Client`), module: client },
    clientConfig: { name: namer.take(`${name}ClientConfig`), module: client },
    resolvedConfig: { name: namer.take(`${name}ClientResolvedConfig`), module: client },
    clientConfigType: { name: namer.take(`${name}ClientConfigType`), module: client },
    resolvedConfigType: { name: namer.take(`${name}ClientResolvedConfigType`), module: client },
    inputTypes: { name: namer.take("ServiceInputTypes"), module: types },
    outputTypes: { name: namer.take("ServiceOutputTypes"), module: types },
    aggregate: { name: namer.take(name), module: aggregate },
    requestOptions: { name: namer.take(`${name}RequestOptions`), module: aggregate },
    service: { name: namer.take(`${name}Service`), module: service },
    exception: { name: namer.take(`${name}ServiceException`), module: errors },
    unmodeled: { name: namer.take("UnmodeledServiceException"), module: errors },
    commonError: { name: namer.take(`${name}CommonError`), module: errors },
    operations: { name: namer.take(`${name}Operations`), module: operations },
    mock: { name: namer.take(`mock${name}`), module: testing },
    mockClient: { name: namer.take("mockClient"), module: testing },
    doubleSchema: { name: namer.take("doubleSchema"), module: double },
  };
}

/** Gives every shape its name in types; of an error that is the class's name, its members' comes later. */
function claimTypes(
  service: ServiceIr,
  shapes: readonly NamedShapeIr[],
  namer: Namer,
): ReadonlyMap<ShapeId, string> {
  const errors = new Set(service.errors.map(({ id }) => id));
  const names = new Map(shapes.map(({ id, name }) => [id, namer.take(capitalized(name))]));
  for (const id of errors) names.set(`${id}$members`, namer.take(`${names.get(id)}Members`));
  return names;
}

function planAggregate(
  service: ServiceIr,
  shape: StructureIr | UnionIr,
  types: ReadonlyMap<ShapeId, string>,
  files: ReadonlyMap<ShapeId, OperationFiles>,
  namer: Namer,
): AggregateSymbols {
  const isError = service.errors.some(({ id }) => id === shape.id);
  const type = types.get(isError ? `${shape.id}$members` : shape.id) ?? "";
  const { declarations, schemas } = filesOf(shape, files);
  return {
    type: { name: type, module: declarations },
    descriptor: { name: namer.take(`${type}Descriptor`), module: declarations },
    schema: { name: namer.take(`${type}Schema`), module: schemas },
  };
}

function filesOf(
  shape: StructureIr | UnionIr,
  files: ReadonlyMap<ShapeId, OperationFiles>,
): { readonly declarations: CodeSymbol["module"]; readonly schemas: CodeSymbol["module"] } {
  const shared = { declarations: FIXED_FILES.structures, schemas: FIXED_FILES.schemas };
  if (shape.kind === "union" || shape.home.kind === "shared") return shared;
  if (shape.home.kind === "error") return { ...shared, declarations: FIXED_FILES.errors };
  const own = files.get(shape.home.operation);
  return own === undefined ? shared : { declarations: own.command, schemas: own.schemas };
}

function planCommonErrors(service: ServiceIr, namer: Namer): PackagePlan["commonErrors"] {
  const modelled = new Set(service.errors.map(({ wireName }) => wireName));
  return COMMON_ERRORS.filter(({ name }) => !modelled.has(name)).map((error) => {
    return { error, type: { name: namer.take(error.name), module: FIXED_FILES.errors } };
  });
}

const isEnum = (shape: NamedShapeIr): shape is EnumIr => shape.kind === "enum";
const isAggregate = (shape: NamedShapeIr): shape is StructureIr | UnionIr => shape.kind !== "enum";
