/**
 * What a model says of the wire, a line each: the key names the fact, the value states it. Names that never travel
 * (lists, simple shapes), documentation and order are no part of it, so that two models of one service can be compared
 * however they are written. A fact that does not hold has no line.
 */
export type Facts = ReadonlyMap<string, string>;

/** A fact as it is written down. */
export type Fact = readonly [key: string, value: string];

/** A fact on which two models disagree; `undefined` where one has nothing to say. */
export interface Disagreement {
  readonly fact: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** Every disagreement of two sets of facts, sorted by fact. */
export const disagreements = (ours: Facts, theirs: Facts): readonly Disagreement[] =>
  [...new Set([...ours.keys(), ...theirs.keys()])]
    .sort()
    .map((fact) => ({ fact, ours: ours.get(fact), theirs: theirs.get(fact) }))
    .filter((each) => each.ours !== each.theirs);
