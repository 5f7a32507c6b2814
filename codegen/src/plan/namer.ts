/** Gives out names, each one once. */
export interface Namer {
  /** @returns the wanted name, or one made from it that is still free */
  readonly take: (wanted: string) => string;
}

/**
 * Makes a namer that puts underscores before a name until it is free, as the official clients do
 * with reserved words.
 *
 * @param reserved - names that are never given out
 * @param keyOf - two names are the same if this makes them so
 */
export function createNamer(reserved: Iterable<string>, keyOf = (name: string): string => name): Namer {
  const taken = new Set([...reserved].map(keyOf));
  return {
    take(wanted) {
      let name = wanted;
      while (taken.has(keyOf(name))) name = `_${name}`;
      taken.add(keyOf(name));
      return name;
    },
  };
}

/** Makes a namer for files, which must differ by more than case: not every file system tells case. */
export const createFileNamer = (reserved: Iterable<string> = []): Namer =>
  createNamer(reserved, (name) => name.toLowerCase());

/** @returns the text with its first letter in upper case */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** @returns the text with its first letter in lower case */
export const uncapitalized = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
