import { isDeepStrictEqual } from "node:util";
import { LocatedTraits } from "../../model/located-traits.js";

/** Whether two values, of traits or metadata, are equal. */
export const sameValue = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);

/**
 * Whether two parts of a model say the same, wherever they were written: `location` is left aside, but not
 * within the value of a trait, where it is a word like any other.
 */
export const sameMeaning = (one: unknown, other: unknown): boolean => {
  if (one instanceof Map && other instanceof Map) {
    const same = one instanceof LocatedTraits ? sameValue : sameMeaning;
    return (
      one.size === other.size &&
      [...one].every(([key, value]) => other.has(key) && same(value, other.get(key)))
    );
  }
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length &&
    keys.every(
      (key) => Object.hasOwn(other, key) && sameMeaning(Reflect.get(one, key), Reflect.get(other, key)),
    )
  );
};

const keysOf = (value: object): string[] => Object.keys(value).filter((key) => key !== "location");
