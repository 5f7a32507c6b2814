import type { SourceLocation } from "../../diagnostics/location.js";
import type { LocatedTraits } from "../../model/located-traits.js";
import type { Reference, Shape, ShapeId } from "../../model/model.js";

/** A shape whose mixins are still outside. */
export interface Draft {
  readonly shape: Shape;
  readonly mixins: readonly Reference[];
}

/** Traits to be added to a shape, or a member, that stands elsewhere. */
export interface AppliedTraits {
  readonly target: ShapeId;
  readonly traits: LocatedTraits;
  readonly location: SourceLocation;
}

/** What one file, or all of them, bring to the model. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly applied: readonly AppliedTraits[];
}
