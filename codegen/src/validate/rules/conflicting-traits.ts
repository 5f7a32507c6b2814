import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";

/** Traits of `smithy.api` of which a shape can have but one. */
const CONFLICTS = [
  ["readonly", "idempotent"],
  ["input", "output"],
  ["input", "error"],
  ["output", "error"],
  ["sparse", "uniqueItems"],
] as const;

/** Traits that exclude each other do not stand together. */
export const conflictingTraits: ModelRule = (model) =>
  traitHolders(model).flatMap(({ id: shapeId, traits, location }) =>
    CONFLICTS.filter((pair) => pair.every((name) => traits.has(`smithy.api#${name}`))).map(
      ([first, second]) =>
        problem({
          location: locateTrait(traits, `smithy.api#${second}`, [], location),
          shapeId,
          message: `the traits "${first}" and "${second}" exclude each other`,
          help: "Keep one of the two.",
        }),
    ),
  );
