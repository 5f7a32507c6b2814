import type { TraitId, Traits } from "../model/model.js";

/** Readers of trait values. A value of another type than expected reads as absent: validation has refused it before. */

/** @returns the trait's value if it is a string */
export function stringTrait(traits: Traits, id: TraitId): string | undefined {
  const value = traits.get(id);
  return typeof value === "string" ? value : undefined;
}

/** @returns the trait's value if it is a number */
export function numberTrait(traits: Traits, id: TraitId): number | undefined {
  const value = traits.get(id);
  return typeof value === "number" ? value : undefined;
}

/** @returns the trait's value if it is an object */
export function recordTrait(traits: Traits, id: TraitId): Readonly<Record<string, unknown>> | undefined {
  const value = traits.get(id);
  return isRecord(value) ? value : undefined;
}

/** @returns the trait's value if it is a list, else an empty one */
export function listTrait(traits: Traits, id: TraitId): readonly unknown[] {
  const value = traits.get(id);
  return Array.isArray(value) ? value : [];
}

/** Whether a node value is an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @returns the value if it is a string */
export const asString = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** @returns the value if it is a number */
export const asNumber = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;
