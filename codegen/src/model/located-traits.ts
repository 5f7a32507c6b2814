import type { SourceLocation } from "../diagnostics/location.js";
import type { TraitId, Traits } from "./model.js";

/** Steps from the root of a value to a place within it. */
export type ValuePath = readonly (string | number)[];

/** Finds the place of a trait, or of what stands at `path` within its value. */
export type LocateTrait = (path: ValuePath) => SourceLocation;

/** A trait's value, and where it was written. */
export interface LocatedTrait {
  readonly id: TraitId;
  readonly value: unknown;
  readonly locate: LocateTrait;
}

/** Traits that know where each of them was written: they may come from several files. */
export class LocatedTraits extends Map<TraitId, unknown> {
  readonly #places: ReadonlyMap<TraitId, LocateTrait>;

  /** A later trait of the same id replaces an earlier one. */
  constructor(traits: Iterable<LocatedTrait>) {
    const all = [...traits];
    super(all.map(({ id, value }) => [id, value]));
    this.#places = new Map(all.map(({ id, locate }) => [id, locate]));
  }

  /** Where the trait, or a part of its value, stands. */
  locate(id: TraitId, path: ValuePath): SourceLocation | undefined {
    return this.#places.get(id)?.(path);
  }

  /** All traits with their places, to build other sets of traits from. */
  located(): LocatedTrait[] {
    return [...this].flatMap(([id, value]) => {
      const locate = this.#places.get(id);
      return locate === undefined ? [] : [{ id, value, locate }];
    });
  }
}

/** Where a trait, or a part of its value, stands; `otherwise` for traits that nobody read from a file. */
export const locateTrait = (
  traits: Traits,
  id: TraitId,
  path: ValuePath,
  otherwise: SourceLocation,
): SourceLocation => (traits instanceof LocatedTraits ? traits.locate(id, path) : undefined) ?? otherwise;
