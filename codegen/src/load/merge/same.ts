/**
 * Whether two parts of a model say the same, wherever they were written: `location` is left aside.
 */
export const sameMeaning = (one: unknown, other: unknown): boolean => {
  if (one instanceof Map && other instanceof Map) {
    return (
      one.size === other.size &&
      [...one].every(([key, value]) => other.has(key) && sameMeaning(value, other.get(key)))
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
