import type { SourceLocation } from "../diagnostics/location.js";
import { membersOf } from "../model/lookup.js";
import type { Member, Model, Shape, Traits } from "../model/model.js";

/** What can carry traits: a shape, or a member of one. */
export interface TraitHolder {
  /** `ns#Shape`, or `ns#Shape$member`. */
  readonly id: string;
  readonly shape: Shape;
  /** Set where it is a member that carries the traits. */
  readonly member?: Member;
  readonly traits: Traits;
  readonly location: SourceLocation;
}

/**
 * Every shape of a model, mixins first: a member that comes from a mixin has the mixin's place, and
 * what is wrong with it is said once, of the mixin.
 */
export const shapesOf = (model: Model): readonly Shape[] => {
  const shapes = [...model.shapes.values()];
  const isMixin = ({ traits }: Shape): boolean => traits.has("smithy.api#mixin");
  return [...shapes.filter(isMixin), ...shapes.filter((shape) => !isMixin(shape))];
};

/** Every shape and member of a model, in the order of {@link shapesOf} and of members. */
export const traitHolders = (model: Model): readonly TraitHolder[] =>
  shapesOf(model).flatMap((shape): TraitHolder[] => [
    { id: shape.id, shape, traits: shape.traits, location: shape.location },
    ...membersOf(shape).map((member) => ({
      id: memberId(shape, member),
      shape,
      member,
      traits: member.traits,
      location: member.location,
    })),
  ]);

/** `ns#Shape$member`. */
export const memberId = (shape: Pick<Shape, "id">, member: Pick<Member, "name">): string =>
  `${shape.id}$${member.name}`;
