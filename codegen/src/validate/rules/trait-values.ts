import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { describeIssues } from "../../diagnostics/zod-issues.js";
import { locateTrait } from "../../model/located-traits.js";
import type { TraitId } from "../../model/model.js";
import { type TraitHolder, traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { TRAIT_CATALOG } from "../traits/trait-catalog.js";

/** A trait that is read must have a value of the right structure. */
export const traitValues: ModelRule = (model) =>
  traitHolders(model).flatMap((holder) =>
    [...holder.traits].flatMap(([id, value]) => checkValue(holder, id, value)),
  );

const checkValue = (
  { id: shapeId, traits, location }: TraitHolder,
  id: TraitId,
  value: unknown,
): Diagnostic[] => {
  const result = TRAIT_CATALOG.get(id)?.value.safeParse(value);
  if (result === undefined || result.success) return [];
  const name = id.replace(/^smithy\.api#/u, "");
  return describeIssues(result.error.issues, value).map(({ path, message, help }) =>
    problem({
      location: locateTrait(traits, id, path, location),
      shapeId,
      message: `the trait "${name}"${path.length === 0 ? "" : ` at ${path.join(".")}`}: ${message}`,
      help,
    }),
  );
};
