import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import { findShape } from "../../model/lookup.js";
import type { Model, Shape, TraitId } from "../../model/model.js";
import { type TraitHolder, traitHolders } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { TARGETS } from "../traits/places.js";

const TEXT: readonly string[] = TARGETS.text;
const HEADER_ITEMS: readonly string[] = TARGETS.headerOrQuery.filter((type) => type !== "list");

/** What the collections that a trait binds may hold, by trait. */
const ITEMS: ReadonlyMap<TraitId, (model: Model, item: Shape) => boolean> = new Map([
  ["smithy.api#httpHeader", (_, { type }) => HEADER_ITEMS.includes(type)],
  ["smithy.api#httpQuery", (_, { type }) => HEADER_ITEMS.includes(type)],
  ["smithy.api#httpPrefixHeaders", (_, { type }) => TEXT.includes(type)],
  ["smithy.api#httpQueryParams", (model, item) => TEXT.includes(item.type) || isListOfText(model, item)],
]);

/** Lists and maps outside of the body hold what can be written there: one value, not structures. */
export const httpCollections: ModelRule = (model) =>
  traitHolders(model).flatMap((holder) =>
    [...ITEMS].flatMap(([id, fits]): Diagnostic[] => {
      const item = holder.traits.has(id) ? itemOf(model, holder) : undefined;
      if (item === undefined || fits(model, item)) return [];
      const name = id.replace(/^.*#/u, "");
      const location = locateTrait(holder.traits, id, [], holder.location);
      const message = `the trait "${name}" cannot be on a collection of ${item.id}, of type ${item.type}`;
      return [problem({ location, shapeId: holder.id, message })];
    }),
  );

/** What the list or map that a member targets holds. */
const itemOf = (model: Model, { member }: TraitHolder): Shape | undefined => {
  const target = member && findShape(model, member.target);
  if (target?.type === "list") return findShape(model, target.member.target);
  return target?.type === "map" ? findShape(model, target.value.target) : undefined;
};

const isListOfText = (model: Model, shape: Shape): boolean =>
  shape.type === "list" && TEXT.includes(findShape(model, shape.member.target)?.type ?? "string");
