/**
 * Whether a value was made by this very class, or by one that extends it: what `instanceof` says where a class does not
 * say otherwise. What decides about safety asks here: errors of another copy, and fakes, must not count.
 */
export function isMadeBy<Type>(
  type: abstract new (...parameters: never[]) => Type,
  value: unknown,
): value is Type {
  try {
    return Function.prototype[Symbol.hasInstance].call(type, value);
  } catch {
    // A proxy that does not want to be asked.
    return false;
  }
}

/** Classes of shorter names may be anything: a minifier has renamed them. */
const SHORTEST_NAME = 6;

/** Whether a value is called as a class is, or as one of its own classes is. */
export function isNamedLike({ name }: { readonly name: string }, value: Error): boolean {
  return name.length >= SHORTEST_NAME && namesOf(value).has(name);
}

/** What a value is called, and what its classes are. */
function namesOf(value: Error): ReadonlySet<unknown> {
  const names = new Set<unknown>([value.name]);
  for (let each = Object.getPrototypeOf(value); each !== null; each = Object.getPrototypeOf(each)) {
    names.add(each.constructor?.name);
  }
  return names;
}
