import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { formatLocation, type SourceLocation } from "../../diagnostics/location.js";
import { problem } from "../../diagnostics/outcome.js";
import { type LocatedTrait, LocatedTraits } from "../../model/located-traits.js";
import { sameValue } from "./same.js";

/** Traits that were said at several places, as one set. */
export interface JoinedTraits {
  readonly traits: LocatedTraits;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Joins what is said of the same shape at two places: equal values are one, lists are joined, any other is a
 * conflict.
 * @see https://smithy.io/2.0/spec/model.html#trait-conflict-resolution
 */
export const joinTraits = (shapeId: string, first: LocatedTraits, second: LocatedTraits): JoinedTraits => {
  const diagnostics: Diagnostic[] = [];
  const joined = new Map(first.located().map((trait) => [trait.id, trait]));
  for (const trait of second.located()) {
    const earlier = joined.get(trait.id);
    if (earlier === undefined) joined.set(trait.id, trait);
    else if (Array.isArray(earlier.value) && Array.isArray(trait.value)) {
      joined.set(trait.id, joinLists(earlier, earlier.value, trait, trait.value));
    } else if (!sameValue(earlier.value, trait.value)) {
      diagnostics.push(conflict(shapeId, trait.id, earlier.locate([]), trait.locate([])));
    }
  }
  return { traits: new LocatedTraits(joined.values()), diagnostics };
};

const joinLists = (
  earlier: LocatedTrait,
  first: readonly unknown[],
  trait: LocatedTrait,
  second: readonly unknown[],
): LocatedTrait => ({
  id: trait.id,
  value: [...first, ...second],
  locate: ([index, ...below]) =>
    typeof index === "number" && index >= first.length
      ? trait.locate([index - first.length, ...below])
      : earlier.locate(index === undefined ? [] : [index, ...below]),
});

const conflict = (
  shapeId: string,
  id: string,
  earlier: SourceLocation,
  location: SourceLocation,
): Diagnostic =>
  problem({
    location,
    shapeId,
    message: `the trait ${id} has another value at ${formatLocation(earlier)}`,
    help: "Only lists are joined: say any other trait once.",
  });
