import fc from "fast-check";
import type { OfficialOperation } from "./official-operations.js";
import type { Member, NumberShape, Shape, StructureShape } from "./shapes.js";
import { labelArbitrary, textArbitrary } from "./texts.js";

/** A structure's value. */
export type Values = Record<string, unknown>;

const LIST_LENGTHS = { short: { maxLength: 4 }, long: { minLength: 60, maxLength: 80 } };

/** Any input that both clients take for an operation. */
export const inputArbitrary = (operation: OfficialOperation): fc.Arbitrary<Values> =>
  structureArbitrary(operation.input);

/** Any value of a structure: optional members may be set, `undefined` or not there, in whatever order. */
function structureArbitrary(shape: StructureShape): fc.Arbitrary<Values> {
  const members = Object.fromEntries(shape.members.map((member) => [member.name, memberArbitrary(member)]));
  const requiredKeys = shape.members.filter(({ required }) => required).map(({ name }) => name);
  return fc
    .tuple(fc.record(members, { requiredKeys }), fc.boolean())
    .map(([value, reversed]) => (reversed ? Object.fromEntries(Object.entries(value).reverse()) : value));
}

function memberArbitrary({ shape, required, label }: Member): fc.Arbitrary<unknown> {
  const value = label ? labelArbitrary : shapeArbitrary(shape);
  return required ? value : fc.option(value, { freq: 9, nil: undefined });
}

/** Any value of a shape. */
export function shapeArbitrary(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "structure":
      return structureArbitrary(shape);
    case "list":
      return fc.oneof(
        // What fails with a long list shrinks to a short one, if that fails, too.
        { withCrossShrink: true },
        { weight: 9, arbitrary: fc.array(shapeArbitrary(shape.item), LIST_LENGTHS.short) },
        { weight: 1, arbitrary: fc.array(shapeArbitrary(shape.item), LIST_LENGTHS.long) },
      );
    case "string":
      return shape.values === undefined ? textArbitrary : fc.constantFrom(...shape.values);
    case "number":
      return numberArbitrary(shape);
    case "boolean":
      return fc.boolean();
  }
}

/** Doubles that writers and readers disagree on, if on any. */
const AWKWARD_DOUBLES = [0, -0, 1e21, 1e-7, 5e-324, 2 ** 53, NaN, Infinity, -Infinity];

function numberArbitrary({
  integer,
  min = -(2 ** 31),
  max = 2 ** 31 - 1,
}: NumberShape): fc.Arbitrary<number> {
  if (integer) return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
  return fc.oneof(fc.double(), fc.constantFrom(...AWKWARD_DOUBLES));
}

/**
 * Values that, taken together, have every member set and every optional one left out: the first with the required members
 * alone, the next with all of its own members, but only the required ones of those below, and so on down.
 */
export const systematicValues = (shape: StructureShape): readonly Values[] =>
  Array.from({ length: optionalDepth(shape) + 1 }, (_, depth) => plainStructure(shape, depth));

/** How many levels of structures have something that may be left out. */
function optionalDepth(shape: Shape): number {
  if (shape.kind === "list") return optionalDepth(shape.item);
  if (shape.kind !== "structure") return 0;
  return 1 + Math.max(0, ...shape.members.map((member) => optionalDepth(member.shape)));
}

function plainStructure(shape: StructureShape, depth: number): Values {
  return Object.fromEntries(
    shape.members
      .filter(({ required }) => required || depth > 0)
      .map((member) => [member.name, plainValue(member.shape, member.name, depth - 1)]),
  );
}

function plainValue(shape: Shape, name: string, depth: number): unknown {
  switch (shape.kind) {
    case "structure":
      return plainStructure(shape, depth);
    case "list":
      return [plainValue(shape.item, name, depth)];
    case "string":
      return shape.values?.[0] ?? `some ${name}`;
    case "number":
      return shape.max ?? 1;
    case "boolean":
      return true;
  }
}
