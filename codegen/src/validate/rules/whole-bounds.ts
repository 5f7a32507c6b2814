import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import { traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { range } from "../traits/trait-values.js";

const RANGE = "smithy.api#range";

/** Types whose values are whole numbers. */
const WHOLE: ReadonlySet<string> = new Set(["byte", "short", "integer", "intEnum", "long", "bigInteger"]);

/** The range of whole numbers ends at whole numbers. */
export const wholeBounds: ModelRule = (model) =>
  traitHolders(model).flatMap(({ id: shapeId, shape, member, traits, location }) => {
    const value = range.safeParse(traits.get(RANGE));
    const type = member === undefined ? shape.type : findShape(model, member.target)?.type;
    if (!value.success || type === undefined || !WHOLE.has(type)) return [];
    return Object.entries(value.data)
      .filter(([, bound]) => bound !== undefined && !Number.isInteger(bound))
      .map(([bound, found]) =>
        problem({
          location: locateTrait(traits, RANGE, [bound], location),
          shapeId,
          message: `the trait "range" at ${bound}: expected a whole number, found ${found}`,
        }),
      );
  });
