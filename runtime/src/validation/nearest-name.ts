/** A name is only offered where at most this share of it differs. */
const TOLERANCE = 0.4;

/** The known name that a misspelt one most likely stands for, if any is near. */
export function nearestName(wanted: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.ceil(wanted.length * TOLERANCE);
  for (const name of known) {
    if (Math.abs(wanted.length - name.length) >= bestDistance) continue;
    // Equal but for upper and lower case is nearer than anything else.
    const distance = editDistance(wanted.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** Says that something has no such key, and which one may be meant. */
export function describeUnknown(owner: string, name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? `there are ${known.join(", ")}.` : `did you mean ${nearest}?`;
  return `${owner} has no ${name}: ${hint}`;
}

/** How many letters have to be inserted, removed or changed. @see https://en.wikipedia.org/wiki/Levenshtein_distance */
export function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const changed = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
