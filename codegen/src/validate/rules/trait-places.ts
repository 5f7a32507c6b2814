import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import type { TraitId } from "../../model/model.js";
import { type TraitHolder, traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { placeOf } from "../traits/places.js";
import { TRAIT_CATALOG } from "../traits/trait-catalog.js";

/** A trait has its places: `http` on operations, `sensitive` on shapes and never on members … */
export const traitPlaces: ModelRule = (model) =>
  traitHolders(model).flatMap((holder) => [...holder.traits.keys()].flatMap((id) => checkPlace(holder, id)));

const checkPlace = (holder: TraitHolder, id: TraitId): Diagnostic[] => {
  const on = TRAIT_CATALOG.get(id)?.on;
  const place = placeOf(holder);
  if (on === undefined || on.includes(place)) return [];
  const name = id.replace(/^smithy\.api#/u, "");
  return [
    problem({
      location: locateTrait(holder.traits, id, [], holder.location),
      shapeId: holder.id,
      message: `the trait "${name}" has no meaning on a ${place}`,
      help: helpFor(holder, id, on),
    }),
  ];
};

const helpFor = ({ member }: TraitHolder, id: TraitId, on: readonly string[]): string => {
  if (id === "smithy.api#sensitive" && member !== undefined) {
    return "Give the member a shape of its own, and mark that shape sensitive.";
  }
  return `It belongs on: ${on.join(", ")}.`;
};
