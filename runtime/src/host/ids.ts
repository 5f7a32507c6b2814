/** Where request ids, job ids and the like come from. */
export interface IdGenerator {
  /**
   * A new UUID.
   *
   * @param kind - what it is for, e.g. `request`: kinds are drawn from apart, so that one more request does
   * not change the next job's id
   */
  next(kind: string): string;
}

/** Ids that nobody can foretell. */
export class RandomIds implements IdGenerator {
  next(_kind: string): string {
    return crypto.randomUUID();
  }
}

/** Ids that are the same in every run. */
export class SeededIds implements IdGenerator {
  readonly #seed: string;
  readonly #streams = new Map<string, () => number>();

  constructor(seed: string | number = 0) {
    this.#seed = String(seed);
  }

  next(kind: string): string {
    let stream = this.#streams.get(kind);
    if (stream === undefined) {
      stream = randomStream(hash(`${this.#seed}/${kind}`));
      this.#streams.set(kind, stream);
    }
    const digits = [stream(), stream(), stream(), stream()].map((word) => word.toString(16).padStart(8, "0"));
    return digits.join("").replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
  }
}

/** 32-bit FNV-1a: spreads seeds that differ little. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
};

/** Mulberry32: 32 bits a call, good enough for ids and the same on every machine. */
const randomStream = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};
