import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMeanId } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import type { Reference, Shape, ShapeId } from "../../model/model.js";
import type { Unread } from "../../model/unread.js";
import type { AppliedTraits, Draft } from "../build/draft.js";
import { applyTraits, groupApplied } from "./apply-traits.js";
import { checkMixedMembers, checkMixin } from "./check-mixin.js";
import { mixIn } from "./mix-in.js";

/** Shapes with mixins and `apply` folded in, sorted by id. */
export interface Flattened {
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  /** Shapes that are not among them, since a mixin of theirs is not there. */
  readonly incomplete: ReadonlySet<ShapeId>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Folds mixins and `apply` statements in. A shape's mixins go first, then the traits applied to it:
 * so an `apply` can reach a member that a mixin brought, and what is applied to a mixin spreads with it.
 */
export const flatten = (
  drafts: ReadonlyMap<ShapeId, Draft>,
  applied: readonly AppliedTraits[],
  unread: Unread,
): Flattened => {
  const joined = groupApplied(applied);
  const flattener = new Flattener(drafts, joined.applied, unread);
  const shapes = [...drafts.values()]
    .map((draft) => flattener.flatten(draft))
    .filter(({ id }) => !flattener.incomplete.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    shapes: new Map(shapes.map((shape) => [shape.id, shape])),
    incomplete: flattener.incomplete,
    diagnostics: [
      ...joined.diagnostics,
      ...unknownTargets(drafts, applied, unread),
      ...flattener.diagnostics,
    ],
  };
};

/** Flattens each shape once, those that it mixes in first. */
class Flattener {
  readonly diagnostics: Diagnostic[] = [];
  readonly incomplete = new Set<ShapeId>();
  readonly #drafts: ReadonlyMap<ShapeId, Draft>;
  readonly #applied: ReadonlyMap<ShapeId, readonly AppliedTraits[]>;
  readonly #unread: Unread;
  readonly #done = new Map<ShapeId, Shape>();
  readonly #open = new Set<ShapeId>();

  constructor(drafts: ReadonlyMap<ShapeId, Draft>, applied: readonly AppliedTraits[], unread: Unread) {
    this.#drafts = drafts;
    this.#applied = groupByShape(applied);
    this.#unread = unread;
  }

  flatten(draft: Draft): Shape {
    const { shape, mixins } = draft;
    const ready = this.#done.get(shape.id);
    if (ready !== undefined) return ready;
    this.#open.add(shape.id);
    // The last of several mixins goes before the others, and all of them behind the shape itself.
    let flat = mixins.reduceRight((mixed, reference) => this.#mixIn(mixed, reference), shape);
    for (const each of this.#appliedTo(shape.id)) flat = this.#apply(flat, shape, each);
    this.#open.delete(shape.id);
    this.#done.set(shape.id, flat);
    return flat;
  }

  #mixIn(shape: Shape, reference: Reference): Shape {
    const draft = this.#drafts.get(reference.target);
    const wrong = this.#open.has(reference.target)
      ? selfMixin(shape, reference)
      : checkMixin(shape, reference, this.#drafts);
    const isKnown = draft !== undefined || !this.#unread.has(reference.target);
    if (wrong !== undefined && isKnown) this.diagnostics.push(wrong);
    const mixin = draft === undefined || wrong !== undefined ? undefined : this.flatten(draft);
    if (mixin === undefined || this.incomplete.has(mixin.id)) {
      this.incomplete.add(shape.id);
      return shape;
    }
    this.diagnostics.push(...checkMixedMembers(shape, mixin));
    return mixIn(shape, mixin);
  }

  /** What is applied to a shape; of a shape that lacks members, nobody knows whether it fits. */
  #appliedTo(id: ShapeId): readonly AppliedTraits[] {
    return this.incomplete.has(id) ? [] : (this.#applied.get(id) ?? []);
  }

  #apply(shape: Shape, written: Shape, applied: AppliedTraits): Shape {
    const result = applyTraits(shape, written, applied);
    this.diagnostics.push(...result.diagnostics);
    return result.shape;
  }
}

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

const selfMixin = (shape: Shape, { target, location }: Reference): Diagnostic =>
  problem({ location, shapeId: shape.id, message: `the mixin ${target} mixes itself in` });

const unknownTargets = (
  drafts: ReadonlyMap<ShapeId, Draft>,
  applied: readonly AppliedTraits[],
  unread: Unread,
): Diagnostic[] =>
  applied
    .filter(({ target }) => !drafts.has(shapeOf(target)) && !unread.has(shapeOf(target)))
    .map(({ target, location }) =>
      problem({
        location,
        shapeId: target,
        message: `traits are applied to ${target}, which does not exist`,
        help: didYouMeanId(shapeOf(target), drafts.keys()),
      }),
    );
