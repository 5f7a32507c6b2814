import { z } from "zod";
import { isIdentifier } from "../../model/identifiers.js";
import { type LocatedTrait, LocatedTraits } from "../../model/located-traits.js";
import type { EnumShape, Member, Shape } from "../../model/model.js";
import { UNIT } from "../../model/prelude.js";

const ENUM = "smithy.api#enum";

const NamedDefinitions = z
  .array(
    z.looseObject({
      value: z.string(),
      name: z.string().refine(isIdentifier),
      documentation: z.string().optional(),
      deprecated: z.boolean().optional(),
      tags: z.array(z.string()).optional(),
    }),
  )
  .min(1)
  .refine((definitions) => new Set(definitions.map(({ name }) => name)).size === definitions.length);

type NamedDefinition = z.output<typeof NamedDefinitions>[number];

/**
 * The enum that a string with Smithy 1.0's `enum` trait stands for, where all its values have names.
 * Without names it stays a string, as in AWS's own clients.
 * @see https://smithy.io/2.0/spec/constraint-traits.html#enum-trait
 */
export const enumOfTrait = (base: Pick<Shape, "id" | "traits" | "location">): EnumShape | undefined => {
  const { traits } = base;
  const definitions = NamedDefinitions.safeParse(traits.get(ENUM));
  if (!definitions.success || !(traits instanceof LocatedTraits)) return undefined;
  const others = traits.located().filter(({ id }) => id !== ENUM);
  const members = definitions.data.map((definition, index) => memberOf(definition, index, traits, base));
  return {
    ...base,
    type: "enum",
    traits: new LocatedTraits(others),
    members: new Map(members.map((member) => [member.name, member])),
  };
};

const memberOf = (
  { value, name, documentation, deprecated, tags }: NamedDefinition,
  index: number,
  traits: LocatedTraits,
  { location }: Pick<Shape, "location">,
): Member => {
  const locate = (): Member["location"] => traits.locate(ENUM, [index]) ?? location;
  const written: readonly (readonly [string, unknown])[] = [
    ["smithy.api#enumValue", value],
    ["smithy.api#documentation", documentation],
    ["smithy.api#deprecated", deprecated === true ? {} : undefined],
    ["smithy.api#tags", tags],
  ];
  const present = written.flatMap(([id, each]): LocatedTrait[] =>
    each === undefined ? [] : [{ id, value: each, locate }],
  );
  return { name, target: UNIT, traits: new LocatedTraits(present), location };
};
