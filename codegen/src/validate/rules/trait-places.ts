import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type { TraitId } from "../../model/model.js";
import { type TraitHolder, traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { placeOf } from "../traits/places.js";
import { TRAIT_CATALOG } from "../traits/trait-catalog.js";

/** A trait has its places: `http` on operations, `range` on numbers, `sensitive` on shapes and never on members … */
export const traitPlaces: ModelRule = (model) =>
  traitHolders(model).flatMap((holder) =>
    [...holder.traits.keys()].flatMap((id) => {
      const { on, targets } = TRAIT_CATALOG.get(id) ?? {};
      if (on !== undefined && !on.includes(placeOf(holder))) return [misplaced(holder, id, on)];
      const type = holder.member && findShape(model, holder.member.target)?.type;
      return type === undefined || targets === undefined || targets.includes(type)
        ? []
        : [mistargeted(holder, id, type, targets)];
    }),
  );

const misplaced = (holder: TraitHolder, id: TraitId, on: readonly string[]): Diagnostic =>
  problem({
    location: locateTrait(holder.traits, id, [], holder.location),
    shapeId: holder.id,
    message: `the trait "${shortName(id)}" has no meaning on a ${placeOf(holder)}`,
    help:
      id === "smithy.api#sensitive" && holder.member !== undefined
        ? "Give the member a shape of its own, and mark that shape sensitive."
        : `It belongs on: ${on.join(", ")}.`,
  });

const mistargeted = (
  holder: TraitHolder,
  id: TraitId,
  type: string,
  targets: readonly string[],
): Diagnostic =>
  problem({
    location: locateTrait(holder.traits, id, [], holder.location),
    shapeId: holder.id,
    message: `the trait "${shortName(id)}" has no meaning on a member of type ${type}`,
    help: `It belongs on members of type: ${targets.join(", ")}.`,
  });

const shortName = (id: TraitId): string => id.replace(/^smithy\.api#/u, "");
