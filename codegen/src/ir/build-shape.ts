import { shapeName } from "../model/lookup.js";
import type { AggregateShape, EnumShape, Model, Shape, ShapeId } from "../model/model.js";
import { UNIT } from "../model/prelude.js";
import { buildMember } from "./build-member.js";
import { documentationOf } from "./documentation.js";
import type { Direction, EnumIr, EnumValueIr, Home, NamedShapeIr, StructureIr } from "./shape-ir.js";
import { asString } from "./traits.js";

/** What a shape's surroundings say about it. */
export interface ShapeContext {
  readonly name: string;
  readonly direction: Direction;
  readonly home: Home;
  readonly greedyLabels: ReadonlySet<string>;
}

/** Builds a shape that is declared under its own name; nothing for simple shapes and collections. */
export function buildShape(model: Model, shape: Shape, context: ShapeContext): NamedShapeIr | undefined {
  switch (shape.type) {
    case "structure":
    case "union":
      return buildAggregate(model, shape, context);
    case "enum":
    case "intEnum":
      return { ...enumBase(shape, context), integer: shape.type === "intEnum", values: enumValues(shape) };
    default:
      return undefined;
  }
}

/** Makes the structure that stands for a missing input or output, or for `smithy.api#Unit`. */
export function emptyStructure(id: ShapeId, source: string, context: ShapeContext): StructureIr {
  return {
    kind: "structure",
    id,
    name: context.name,
    documentation: { links: [], ...(id === UNIT ? { text: "Nothing: the member's name says it all." } : {}) },
    source,
    direction: context.direction,
    home: context.home,
    sensitive: false,
    members: [],
  };
}

function buildAggregate(model: Model, shape: AggregateShape, context: ShapeContext): NamedShapeIr {
  const base = {
    id: shape.id,
    name: context.name,
    documentation: documentationOf(shape.traits),
    source: shape.location.file,
    direction: context.direction,
    sensitive: shape.traits.has("smithy.api#sensitive"),
    members: [...shape.members.values()].map((member) =>
      buildMember(model, member, [], context.greedyLabels),
    ),
  };
  return shape.type === "union"
    ? { kind: "union", ...base }
    : { kind: "structure", ...base, home: context.home };
}

function enumBase(shape: EnumShape, { name }: ShapeContext): Omit<EnumIr, "integer" | "values"> {
  return {
    kind: "enum",
    id: shape.id,
    name,
    documentation: documentationOf(shape.traits),
    source: shape.location.file,
  };
}

function enumValues(shape: EnumShape): readonly EnumValueIr[] {
  return [...shape.members.values()].map(({ name, traits }) => {
    const value = traits.get("smithy.api#enumValue");
    return {
      name,
      value: typeof value === "number" ? value : (asString(value) ?? name),
      documentation: documentationOf(traits),
    };
  });
}

/** @returns the names of the labels that take several path segments, e.g. `Key` of `/{Bucket}/{Key+}` */
export const greedyLabelsOf = (uri: string): readonly string[] =>
  [...uri.matchAll(/\{([^{}]+)\+\}/g)].flatMap(([, label]) => label ?? []);

/** @returns the name that a made-up input or output structure gets */
export const emptyStructureName = (operation: ShapeId, side: "Input" | "Output"): string =>
  `${shapeName(operation)}${side}`;
