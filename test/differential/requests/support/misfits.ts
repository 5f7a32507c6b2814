import fc from "fast-check";
import { shapeArbitrary, type Values } from "../../support/arbitraries.js";
import type { Member, Shape, StructureShape } from "../../support/shapes.js";
import { labelArbitrary, textArbitrary } from "../../support/texts.js";

/** Plain data, of ASCII alone: what else is in objects out of place, the official client garbles. */
const plainData = fc.object({
  key: fc.string(),
  maxDepth: 2,
  values: [fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
});

/** Values of all types, to be where they do not belong. */
const anything = fc.oneof(
  textArbitrary,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  plainData,
  fc.array(fc.oneof(fc.string(), plainData, fc.double()), { maxLength: 3 }),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 4 }),
);

/** Any input whose labels can be sent, but whose body is made without regard of types: also too little, and too much. */
export function misfitArbitrary(shape: StructureShape): fc.Arbitrary<Values> {
  const members: Record<string, fc.Arbitrary<unknown>> = { Unknown: anything };
  for (const member of shape.members) members[member.name] = memberArbitrary(member);
  const labels = shape.members.filter(({ label }) => label).map(({ name }) => name);
  return fc.record(members, { requiredKeys: labels });
}

function memberArbitrary({ shape, label }: Member): fc.Arbitrary<unknown> {
  if (label) return labelArbitrary;
  return fc.oneof(
    { weight: 3, arbitrary: misfit(shape) },
    { weight: 1, arbitrary: fc.oneof(anything, fc.bigInt()) },
  );
}

function misfit(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "structure":
      return misfitArbitrary(shape);
    case "list":
      return fc.array(fc.oneof(misfit(shape.item), anything, fc.constant(undefined)), { maxLength: 4 });
    default:
      return shapeArbitrary(shape);
  }
}
