import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMeanId } from "../../diagnostics/nearest.js";
import { problem, warning } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { shapeNamespace } from "../../model/lookup.js";
import type { Model, TraitId } from "../../model/model.js";
import { type TraitHolder, traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { ACCEPTED_NAMESPACES, STRICT_NAMESPACES, TRAIT_CATALOG } from "../traits/trait-catalog.js";

/** What stands in the place of a trait's name where a text in braces was not quoted. */
const NO_NAME = /[^\w.#]/u;

/**
 * A trait of Smithy's or of ours that does not exist is an error, wherever it stands. Of another
 * namespace, each unknown trait is reported once: what it means to say is not heard.
 */
export const unknownTraits: ModelRule = (model) => {
  const reported = new Set<TraitId>();
  return traitHolders(model).flatMap((holder) =>
    [...holder.traits.keys()].flatMap((id): Diagnostic[] => {
      if (isKnown(model, id) || reported.has(id)) return [];
      if (STRICT_NAMESPACES.has(shapeNamespace(id))) return [unknown(model, holder, id)];
      reported.add(id);
      return [ignored(model, holder, id)];
    }),
  );
};

const isKnown = (model: Model, id: TraitId): boolean =>
  TRAIT_CATALOG.has(id) ||
  ACCEPTED_NAMESPACES.has(shapeNamespace(id)) ||
  model.shapes.get(id)?.traits.has("smithy.api#trait") === true;

const unknown = (model: Model, holder: TraitHolder, id: TraitId): Diagnostic =>
  problem({ ...place(holder, id), message: `there is no trait ${id}`, help: suggestion(model, id) });

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
  if (NO_NAME.test(id)) return "A text within { … } must be quoted if it has a comma.";
  const own = [...model.shapes.values()].filter(({ traits }) => traits.has("smithy.api#trait"));
  return didYouMeanId(id, [...TRAIT_CATALOG.keys(), ...own.map((shape) => shape.id)]);
};
