/** The first place where two texts differ. */
export interface Hunk {
  /** Line of the old text, counted from 1, at which the difference begins. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** How two texts differ, line by line. */
export interface LineDiff {
  /** Lines that are only in the new text. */
  readonly added: number;
  /** Lines that are only in the old text. */
  readonly removed: number;
  /** Undefined where the texts are equal. */
  readonly first: Hunk | undefined;
}

/** Above this many pairs of lines the middle of two texts counts as replaced altogether: 2,000 by 2,000. */
const MAX_PAIRS = 4_000_000;

/** Compares two texts line by line. */
export const diffLines = (before: string, after: string): LineDiff => {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const start = commonLength(old, fresh, 0);
  const end = commonLength([...old].reverse(), [...fresh].reverse(), start);
  const removed = old.slice(start, old.length - end);
  const added = fresh.slice(start, fresh.length - end);
  if (removed.length + added.length === 0) return { added: 0, removed: 0, first: undefined };
  const kept = keptLines(removed, added);
  const [stop = { removed: removed.length, added: added.length }] = kept;
  return {
    added: added.length - kept.length,
    removed: removed.length - kept.length,
    first: { line: start + 1, removed: removed.slice(0, stop.removed), added: added.slice(0, stop.added) },
  };
};

/** Stands for what cannot be seen otherwise. */
const NO_LINE_BREAK = "(no line break at the end)";

const linesOf = (text: string): string[] => {
  if (text === "") return [];
  const lines = text.replace(/\n$/u, "").replaceAll("\r", "␍").split("\n");
  return text.endsWith("\n") ? lines : [...lines, NO_LINE_BREAK];
};

/** How many lines at the beginning are the same, leaving `spare` lines aside at the end. */
const commonLength = (one: readonly string[], other: readonly string[], spare: number): number => {
  const limit = Math.min(one.length, other.length) - spare;
  let length = 0;
  while (length < limit && one[length] === other[length]) length += 1;
  return length;
};

/** Where a line of both texts stands in each. */
interface Kept {
  readonly removed: number;
  readonly added: number;
}

/** A longest sequence of lines that both have, by dynamic programming from the end. */
const keptLines = (removed: readonly string[], added: readonly string[]): readonly Kept[] => {
  if (removed.length * added.length > MAX_PAIRS) return [];
  const width = added.length + 1;
  const lengths = new Uint32Array((removed.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = removed.length - 1; row >= 0; row -= 1) {
    for (let column = added.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        removed[row] === added[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const kept: Kept[] = [];
  for (let row = 0, column = 0; row < removed.length && column < added.length; ) {
    if (removed[row] === added[column]) {
      kept.push({ removed: row, added: column });
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
};
