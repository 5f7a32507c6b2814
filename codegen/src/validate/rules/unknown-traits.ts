import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMeanId } from "../../diagnostics/nearest.js";
import { problem, warning } from "../../diagnostics/outcome.js";
import { isShapeId } from "../../model/identifiers.js";
import { locateTrait } from "../../model/located-traits.js";
import { shapeNamespace } from "../../model/lookup.js";
import type { Model, TraitId } from "../../model/model.js";
import { type TraitHolder, traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import {
  ACCEPTED_NAMESPACES,
  ACCEPTED_TRAITS,
  STRICT_NAMESPACES,
  TRAIT_CATALOG,
} from "../traits/trait-catalog.js";

/**
 * A trait of Smithy's or of ours that does not exist is an error, wherever it stands. Of another
 * namespace, each unknown trait is reported once: what it means to say is not heard.
 */
export const unknownTraits: ModelRule = (model, unread) => {
  const reported = new Set<TraitId>();
  return traitHolders(model).flatMap((holder) =>
    [...holder.traits.keys()].flatMap((id): Diagnostic[] => {
      if (isKnown(model, id) || reported.has(id)) return [];
      if (!isShapeId(id)) return [nameless(holder, id)];
      if (STRICT_NAMESPACES.has(shapeNamespace(id))) return [unknown(model, holder, id)];
      reported.add(id);
      return unread.has(id) ? [] : [ignored(model, holder, id)];
    }),
  );
};

const isKnown = (model: Model, id: TraitId): boolean =>
  TRAIT_CATALOG.has(id) ||
  ACCEPTED_TRAITS.has(id) ||
  ACCEPTED_NAMESPACES.has(shapeNamespace(id)) ||
  model.shapes.get(id)?.traits.has("smithy.api#trait") === true;

/** What stands in the place of a trait's name where a text in braces was not quoted. */
const nameless = (holder: TraitHolder, id: TraitId): Diagnostic =>
  problem({
    ...place(holder, id),
    message: `"${id.slice(id.indexOf("#") + 1)}" cannot be the name of a trait`,
    help: "A text within { … } must be quoted if it has a comma.",
  });

const unknown = (model: Model, holder: TraitHolder, id: TraitId): Diagnostic =>
  problem({
    ...place(holder, id),
    message: `there is no trait ${id}`,
    help:
      suggestion(model, id) ??
      "Correct the name; or, if it is the end of a text within { … }, quote that text: it has a comma.",
  });

const ignored = (model: Model, holder: TraitHolder, id: TraitId): Diagnostic =>
  warning({
    ...place(holder, id),
    message: `the trait ${id} is unknown and has no effect`,
    help: suggestion(model, id) ?? "Reported once, however often it stands in the model.",
  });

const place = (
  { id: shapeId, traits, location }: TraitHolder,
  id: TraitId,
): Pick<Diagnostic, "location" | "shapeId"> => ({
  location: locateTrait(traits, id, [], location),
  shapeId,
});

const suggestion = (model: Model, id: TraitId): string | undefined => {
  const own = [...model.shapes.values()].filter(({ traits }) => traits.has("smithy.api#trait"));
  return didYouMeanId(id, [...TRAIT_CATALOG.keys(), ...own.map((shape) => shape.id)]);
};
