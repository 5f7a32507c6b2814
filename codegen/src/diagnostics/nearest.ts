/** More edits than this make two names different names, not a misspelling. */
const MAX_EDITS = 3;

/** How many letters have to be added, dropped, changed or swapped with their neighbour. */
const editDistance = (from: string, to: string): number => {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
};

/** The candidate that `name` most likely meant, or undefined where none is near. Letter case counts little. */
export const nearest = (name: string, candidates: Iterable<string>): string | undefined => {
  const limit = Math.min(MAX_EDITS, Math.ceil(name.length / 3));
  let best: { readonly candidate: string; readonly edits: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const edits = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (edits <= limit && (best === undefined || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate;
};

/** `Did you mean "…"?`, or undefined where nothing is near. */
export const didYouMean = (name: string, candidates: Iterable<string>): string | undefined => {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? undefined : `Did you mean "${candidate}"?`;
};

/**
 * The same for absolute shape ids: names are compared, namespaces only tell equals apart. A right name in a
 * wrong namespace is found so, and a long namespace does not make all names look alike.
 */
export const didYouMeanId = (id: string, candidates: Iterable<string>): string | undefined => {
  const ids = [...candidates];
  const name = nearest(nameOf(id), ids.map(nameOf));
  const alike = ids.filter((candidate) => candidate !== id && nameOf(candidate) === name);
  const best = alike.find((candidate) => namespaceOf(candidate) === namespaceOf(id)) ?? alike[0];
  return best === undefined ? undefined : `Did you mean "${best}"?`;
};

const nameOf = (id: string): string => id.slice(id.indexOf("#") + 1);

const namespaceOf = (id: string): string => id.slice(0, id.indexOf("#") + 1);
