import { membersOf } from "../../codegen/src/model/lookup.js";
import type { Model, Traits } from "../../codegen/src/model/model.js";

/** What a model says about one of its shapes or members; `text` is undefined where it says nothing. */
export interface Documented {
  /** Id of the shape, or `ns#Shape$member`. */
  readonly id: string;
  readonly text: string | undefined;
}

/** All shapes of a model and all members that have names of their own (those of lists and maps have not). */
export const documentationOf = (model: Model): readonly Documented[] =>
  [...model.shapes.values()].flatMap((shape) => {
    const own: Documented = { id: shape.id, text: textOf(shape.traits) };
    if (shape.type === "list" || shape.type === "map") return [own];
    return [
      own,
      ...membersOf(shape).map(({ name, traits }) => ({ id: `${shape.id}$${name}`, text: textOf(traits) })),
    ];
  });

const textOf = (traits: Traits): string | undefined => {
  const text = traits.get("smithy.api#documentation");
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
};

/** The sentences of a text without their dress: tags, marks, capitals and spaces make no difference. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/<[^>]*>/gu, " ")
    .split(/(?<=[.!?:;])\s+|\n\s*\n/u)
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim(),
    )
    .filter((sentence) => sentence !== "");

/** How much two sentences have in common, from 0 to 1: pairs of letters that stand together in both. */
export const likenessOf = (first: string, second: string): number => {
  const [some, others] = [countPairs(first), countPairs(second)];
  let common = 0;
  for (const [pair, count] of some) common += Math.min(count, others.get(pair) ?? 0);
  return (2 * common) / Math.max(1, first.length + second.length - 2);
};

const countPairs = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (let index = 0; index < text.length - 1; index++) {
    const pair = text.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};
