import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMeanId } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { membersOf } from "../../model/lookup.js";
import type { Reference, Shape, ShapeId } from "../../model/model.js";
import type { Draft } from "../build/draft.js";

const MIXIN = "smithy.api#mixin";

/** Why a shape cannot mix another in; undefined where it can. */
export const checkMixin = (
  shape: Shape,
  { target, location }: Reference,
  drafts: ReadonlyMap<ShapeId, Draft>,
): Diagnostic | undefined => {
  const mixin = drafts.get(target)?.shape;
  const about = { location, shapeId: shape.id };
  if (mixin === undefined) {
    const mixins = [...drafts.values()].filter(({ shape: { traits } }) => traits.has(MIXIN));
    const help = didYouMeanId(
      target,
      mixins.map((draft) => draft.shape.id),
    );
    return problem({ ...about, message: `the mixin ${target} does not exist`, help });
  }
  if (!mixin.traits.has(MIXIN)) {
    return problem({ ...about, message: `${target} is no mixin: it lacks the trait "mixin"` });
  }
  return mixin.type === shape.type
    ? undefined
    : problem({
        ...about,
        message: `the mixin ${target} is of type ${mixin.type}, the shape of type ${shape.type}`,
      });
};

/** Members that a shape has from elsewhere too, but with another target. */
export const checkMixedMembers = (shape: Shape, mixin: Shape): readonly Diagnostic[] => {
  const mixed = new Map(membersOf(mixin).map((member) => [member.name, member]));
  return membersOf(shape).flatMap(({ name, target, location }) => {
    const other = mixed.get(name);
    if (other === undefined || other.target === target) return [];
    const message = `targets ${target}, but ${other.target} in the mixin ${mixin.id}`;
    const help = "Give both the same target, or one another name.";
    return [problem({ location, shapeId: `${shape.id}$${name}`, message, help })];
  });
};
