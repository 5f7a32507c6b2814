import { LocatedTraits, type ValuePath } from "../../model/located-traits.js";
import type {
  EnumShape,
  Lifecycle,
  MapShape,
  Member,
  OperationShape,
  ResourceShape,
  ServiceShape,
  Shape,
} from "../../model/model.js";
import { UNIT } from "../../model/prelude.js";
import type { AstDefinition } from "../ast/ast-schema.js";
import type { Draft } from "./draft.js";
import type { FileScope } from "./file-scope.js";
import { enumOfTrait } from "./legacy-enum.js";
import { absoluteId } from "./names.js";

const LIFECYCLES: readonly Lifecycle[] = ["create", "put", "read", "update", "delete", "list"];

const ENUM_VALUE = "smithy.api#enumValue";

/** What all shapes have. */
type Base = Pick<Shape, "id" | "traits" | "location">;

/** Reads one shape of a file. */
export const buildDraft = (scope: FileScope, name: string, ast: AstDefinition): Draft => {
  const path = ["shapes", name];
  const base = {
    id: absoluteId(name, scope.file.namespace),
    traits: scope.traits(ast.traits, [...path, "traits"]),
    location: scope.place(path, "key"),
  };
  return {
    shape: buildShape(scope, base, ast, path),
    mixins: scope.references(ast.mixins, [...path, "mixins"]),
  };
};

const buildShape = (scope: FileScope, base: Base, ast: AstDefinition, path: ValuePath): Shape => {
  switch (ast.type) {
    case "structure":
    case "union":
      return { ...base, type: ast.type, members: scope.members(ast.members, [...path, "members"]) };
    case "enum":
      return { ...base, type: "enum", members: enumMembers(scope, ast, path) };
    case "intEnum":
      return { ...base, type: "intEnum", members: scope.members(ast.members, [...path, "members"]) };
    case "list":
    case "set":
      return { ...base, type: "list", member: scope.member("member", ast.member, [...path, "member"]) };
    case "map":
      return { ...base, ...buildMap(scope, ast, path) };
    case "service":
      return { ...base, ...buildService(scope, ast, path) };
    case "resource":
      return { ...base, ...buildResource(scope, ast, path) };
    case "operation":
      return { ...base, ...buildOperation(scope, ast, path) };
    case "string":
      return enumOfTrait(base) ?? { ...base, type: "string" };
    default:
      return { ...base, type: ast.type };
  }
};

/** A shape of a file, of one type. */
type Ast<Type extends AstDefinition["type"]> = Extract<AstDefinition, { readonly type: Type }>;

/** A member of an enum that states no value has its name as value. */
const enumMembers = (
  scope: FileScope,
  { members }: Ast<"enum" | "intEnum">,
  path: ValuePath,
): EnumShape["members"] =>
  new Map(
    [...scope.members(members, [...path, "members"])].map(([name, member]) => [name, withEnumValue(member)]),
  );

const withEnumValue = (member: Member): Member => {
  const { name, traits, location } = member;
  if (!(traits instanceof LocatedTraits) || traits.has(ENUM_VALUE)) return member;
  const value = { id: ENUM_VALUE, value: name, locate: () => location };
  return { ...member, traits: new LocatedTraits([...traits.located(), value]) };
};

const buildMap = (scope: FileScope, ast: Ast<"map">, path: ValuePath): Omit<MapShape, keyof Base> => ({
  type: "map",
  key: scope.member("key", ast.key, [...path, "key"]),
  value: scope.member("value", ast.value, [...path, "value"]),
});

/** An operation without input or output has the unit in its place. */
const buildOperation = (
  scope: FileScope,
  { input = { target: UNIT }, output = { target: UNIT }, errors }: Ast<"operation">,
  path: ValuePath,
): Omit<OperationShape, keyof Base> => ({
  type: "operation",
  input: scope.reference(input, [...path, "input"]),
  output: scope.reference(output, [...path, "output"]),
  errors: scope.references(errors, [...path, "errors"]),
});

const buildService = (
  scope: FileScope,
  ast: Ast<"service">,
  path: ValuePath,
): Omit<ServiceShape, keyof Base> => ({
  type: "service",
  version: ast.version,
  operations: scope.references(ast.operations, [...path, "operations"]),
  resources: scope.references(ast.resources, [...path, "resources"]),
  errors: scope.references(ast.errors, [...path, "errors"]),
  rename: new Map(Object.entries(ast.rename ?? {}).map(([id, name]) => [scope.shapeId(id), name])),
});

const buildResource = (
  scope: FileScope,
  ast: Ast<"resource">,
  path: ValuePath,
): Omit<ResourceShape, keyof Base> => ({
  type: "resource",
  identifiers: scope.namedReferences(ast.identifiers, [...path, "identifiers"]),
  properties: scope.namedReferences(ast.properties, [...path, "properties"]),
  lifecycle: new Map(
    LIFECYCLES.flatMap((name) => {
      const each = ast[name];
      return each === undefined ? [] : [[name, scope.reference(each, [...path, name])] as const];
    }),
  ),
  operations: scope.references(ast.operations, [...path, "operations"]),
  collectionOperations: scope.references(ast.collectionOperations, [...path, "collectionOperations"]),
  resources: scope.references(ast.resources, [...path, "resources"]),
});
