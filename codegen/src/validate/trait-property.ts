import type { TraitId, Traits } from "../model/model.js";

/** A text property of a trait's value; undefined where the trait, or the property, is not there or no text. */
export const traitProperty = (traits: Traits, id: TraitId, property: string): string | undefined => {
  const value = traits.get(id);
  const found: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, property) : undefined;
  return typeof found === "string" ? found : undefined;
};

/** A trait's value where it is a text. */
export const traitText = (traits: Traits, id: TraitId): string | undefined => {
  const value = traits.get(id);
  return typeof value === "string" ? value : undefined;
};
