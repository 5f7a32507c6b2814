import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean, didYouMeanId } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { membersOf } from "../../model/lookup.js";
import type { Reference, Shape, ShapeId } from "../../model/model.js";
import type { AppliedTraits, Draft } from "../build/draft.js";
import { applyToMember, applyToShape } from "./apply-traits.js";
import { mixIn } from "./mix-in.js";

/** Shapes with mixins and `apply` folded in, sorted by id. */
export interface Flattened {
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Folds mixins and `apply` statements in. A shape's mixins go first, then the traits applied to it:
 * so an `apply` can reach a member that a mixin brought, and what is applied to a mixin spreads with it.
 */
export const flatten = (
  drafts: ReadonlyMap<ShapeId, Draft>,
  applied: readonly AppliedTraits[],
): Flattened => {
  const diagnostics: Diagnostic[] = [...unknownTargets(drafts, applied)];
  const byShape = groupByShape(applied);
  const done = new Map<ShapeId, Shape>();
  const open = new Set<ShapeId>();

  const flattenOne = ({ shape, mixins }: Draft): Shape => {
    const ready = done.get(shape.id);
    if (ready !== undefined) return ready;
    open.add(shape.id);
    // The last of several mixins goes before the others, and all of them behind the shape itself.
    let flat = shape;
    for (const reference of [...mixins].reverse()) flat = mixOne(flat, reference);
    for (const each of byShape.get(shape.id) ?? []) flat = applyOne(flat, each);
    open.delete(shape.id);
    done.set(shape.id, flat);
    return flat;
  };

  const mixOne = (shape: Shape, { target, location }: Reference): Shape => {
    const draft = drafts.get(target);
    const message = mixinProblem(target, draft, open);
    if (draft !== undefined && message === undefined) return mixIn(shape, flattenOne(draft));
    const help = draft === undefined ? didYouMeanId(target, drafts.keys()) : undefined;
    diagnostics.push(problem({ location, shapeId: shape.id, message: message ?? "no mixin", help }));
    return shape;
  };

  const applyOne = (shape: Shape, { target, traits, location }: AppliedTraits): Shape => {
    const [, member] = target.split("$");
    const result = member === undefined ? applyToShape(shape, traits) : applyToMember(shape, member, traits);
    if (result !== undefined) return result;
    const help = didYouMean(
      member ?? "",
      membersOf(shape).map(({ name }) => name),
    );
    diagnostics.push(
      problem({ location, shapeId: target, message: `${shape.id} has no member "${member}"`, help }),
    );
    return shape;
  };

  const shapes = [...drafts.values()].map(flattenOne).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { shapes: new Map(shapes.map((shape) => [shape.id, shape])), diagnostics };
};

const shapeOf = (id: ShapeId): ShapeId => id.replace(/\$.*$/u, "");

const groupByShape = (applied: readonly AppliedTraits[]): ReadonlyMap<ShapeId, readonly AppliedTraits[]> => {
  const groups = new Map<ShapeId, AppliedTraits[]>();
  for (const each of applied) {
    const group = groups.get(shapeOf(each.target));
    if (group === undefined) groups.set(shapeOf(each.target), [each]);
    else group.push(each);
  }
  return groups;
};

/** Why a shape cannot be mixed in; undefined where it can. */
const mixinProblem = (
  target: ShapeId,
  draft: Draft | undefined,
  open: ReadonlySet<ShapeId>,
): string | undefined => {
  if (draft === undefined) return `the mixin ${target} does not exist`;
  if (open.has(target)) return `the mixin ${target} mixes itself in`;
  return draft.shape.traits.has("smithy.api#mixin")
    ? undefined
    : `${target} is no mixin: it lacks the trait "mixin"`;
};

const unknownTargets = (
  drafts: ReadonlyMap<ShapeId, Draft>,
  applied: readonly AppliedTraits[],
): Diagnostic[] =>
  applied
    .filter(({ target }) => !drafts.has(shapeOf(target)))
    .map(({ target, location }) =>
      problem({
        location,
        shapeId: target,
        message: `traits are applied to ${target}, which does not exist`,
        help: didYouMeanId(shapeOf(target), drafts.keys()),
      }),
    );
