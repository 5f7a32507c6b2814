import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { keysKnownTo } from "../../diagnostics/schema-keys.js";
import { describeIssues } from "../../diagnostics/zod-issues.js";
import { locateTrait } from "../../model/located-traits.js";
import type { TraitId } from "../../model/model.js";
import { isRecord } from "../../model/values.js";
import { type TraitHolder, traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { TRAIT_CATALOG } from "../traits/trait-catalog.js";
import { annotation } from "../traits/trait-values.js";

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
  const schema = TRAIT_CATALOG.get(id)?.value;
  const result = schema?.safeParse(value);
  if (schema === undefined || result === undefined || result.success) return [];
  const name = id.replace(/^smithy\.api#/u, "");
  const isAnnotation = schema === annotation && !isRecord(value);
  return describeIssues(result.error.issues, value, (path) => keysKnownTo(schema, path)).map(
    ({ path, part, message, help }) => {
      // A key is named in the message itself.
      const within = part === "key" ? path.slice(0, -1) : path;
      return problem({
        location: locateTrait(traits, id, path, location),
        shapeId,
        message: `the trait "${name}"${within.length === 0 ? "" : ` at ${within.join(".")}`}: ${message}`,
        help: isAnnotation ? "Write it as {}, or leave it out." : help,
      });
    },
  );
};
