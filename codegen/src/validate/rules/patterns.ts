import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { compilePattern } from "../../model/pattern.js";
import { traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { traitText } from "../trait-property.js";

const PATTERN = "smithy.api#pattern";

/** A pattern must be one that JavaScript can read. */
export const patterns: ModelRule = (model) =>
  traitHolders(model).flatMap(({ id, traits, location }): Diagnostic[] => {
    const source = traitText(traits, PATTERN);
    if (source === undefined || compilePattern(source) !== undefined) return [];
    return [
      problem({
        location: locateTrait(traits, PATTERN, [], location),
        shapeId: id,
        message: `the pattern ${source} is no regular expression of JavaScript`,
      }),
    ];
  });
