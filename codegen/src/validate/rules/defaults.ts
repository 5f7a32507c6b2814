import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type { Model } from "../../model/model.js";
import { isRecord } from "../../model/values.js";
import { type TraitHolder, traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { checkValue } from "../values/check-value.js";
import type { Misfit } from "../values/misfit.js";

const DEFAULT = "smithy.api#default";

/**
 * A default must be a value of its shape; of lists and maps only the empty one, of structures none.
 * @see https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait
 */
export const defaults: ModelRule = (model) =>
  traitHolders(model)
    .filter(({ traits }) => traits.has(DEFAULT))
    .flatMap((holder) => checkDefault(model, holder));

const checkDefault = (model: Model, holder: TraitHolder): Diagnostic[] => {
  const { id: shapeId, shape, member, traits, location } = holder;
  const value = traits.get(DEFAULT);
  // On a member it says that the default of what it targets does not hold.
  if (value === null && member !== undefined) return [];
  const target = member === undefined ? shape.id : member.target;
  return misfitsOf(model, target, value).map(({ path, message, help }) =>
    problem({
      location: locateTrait(traits, DEFAULT, path, location),
      shapeId,
      message: `the trait "default"${path.length === 0 ? "" : ` at ${path.join(".")}`}: ${message}`,
      help,
    }),
  );
};

const misfitsOf = (model: Model, target: string, value: unknown): readonly Misfit[] => {
  const type = findShape(model, target)?.type;
  if (type === "structure" || type === "union") {
    return [{ path: [], message: `a ${type} cannot have a default` }];
  }
  const isFilled = Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;
  if ((type === "list" || type === "map") && isFilled) {
    return [{ path: [], message: `the default of a ${type} can only be empty` }];
  }
  return checkValue(model, target, value, { constraints: false });
};
