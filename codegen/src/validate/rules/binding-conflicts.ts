import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { problem } from "../../diagnostics/outcome.js";
import { locateTrait } from "../../model/located-traits.js";
import type { AggregateShape, Member } from "../../model/model.js";
import { memberId, shapesOf } from "../holders.js";
import type { ModelRule } from "../rule.js";
import { traitText } from "../trait-property.js";

/** Where a member can be bound to, other than the body; a member can be bound once. */
const BINDINGS = [
  "smithy.api#httpLabel",
  "smithy.api#httpQuery",
  "smithy.api#httpQueryParams",
  "smithy.api#httpHeader",
  "smithy.api#httpPrefixHeaders",
  "smithy.api#httpPayload",
  "smithy.api#httpResponseCode",
] as const;

/** Bindings that only one member of a structure can have. */
const SINGLE: ReadonlySet<string> = new Set([
  "smithy.api#httpQueryParams",
  "smithy.api#httpPrefixHeaders",
  "smithy.api#httpPayload",
  "smithy.api#httpResponseCode",
]);

/** No two members may be bound to the same place of a message, no member to two places, and none to nowhere. */
export const bindingConflicts: ModelRule = (model) =>
  shapesOf(model).flatMap((shape) =>
    shape.type === "structure" || shape.type === "union"
      ? [...sharedPlaces(shape), ...doubleBindings(shape), ...besidePayload(shape)]
      : [],
  );

const sharedPlaces = (shape: AggregateShape): Diagnostic[] => {
  const holders = new Map<string, Member>();
  return [...shape.members.values()].flatMap((member) => {
    const place = placeOf(member);
    const earlier = place === undefined ? undefined : holders.get(place.key);
    if (place !== undefined && earlier === undefined) holders.set(place.key, member);
    if (place === undefined || earlier === undefined) return [];
    const location = locateTrait(member.traits, place.trait, [], member.location);
    const message = `${place.text} is already taken by the member ${earlier.name}`;
    return [problem({ location, shapeId: memberId(shape, member), message })];
  });
};

/** Where in a message a member goes: `key` is equal for equal places. */
const placeOf = (
  member: Member,
): { readonly key: string; readonly trait: string; readonly text: string } | undefined => {
  const trait = BINDINGS.find((id) => member.traits.has(id));
  if (trait === undefined) {
    const name = traitText(member.traits, "smithy.api#jsonName") ?? member.name;
    return { key: `json ${name}`, trait: "smithy.api#jsonName", text: `the JSON name "${name}"` };
  }
  const short = trait.replace(/^.*#/u, "");
  if (SINGLE.has(trait)) return { key: trait, trait, text: `the binding "${short}"` };
  const name = traitText(member.traits, trait);
  if (trait === "smithy.api#httpQuery")
    return { key: `query ${name}`, trait, text: `the query parameter "${name}"` };
  if (trait !== "smithy.api#httpHeader") return undefined;
  return { key: `header ${name?.toLowerCase()}`, trait, text: `the header "${name}"` };
};

const doubleBindings = (shape: AggregateShape): Diagnostic[] =>
  [...shape.members.values()].flatMap((member) => {
    const [first, second] = BINDINGS.filter((id) => member.traits.has(id));
    if (first === undefined || second === undefined) return [];
    const message = `bound twice: by "${first.replace(/^.*#/u, "")}" and "${second.replace(/^.*#/u, "")}"`;
    const location = locateTrait(member.traits, second, [], member.location);
    return [problem({ location, shapeId: memberId(shape, member), message, help: "Keep one of the two." })];
  });

/** Where one member is the whole body, no other can be in it. */
const besidePayload = (shape: AggregateShape): Diagnostic[] => {
  const members = [...shape.members.values()];
  const payload = members.find(({ traits }) => traits.has("smithy.api#httpPayload"));
  if (payload === undefined) return [];
  return members
    .filter(({ traits }) => !BINDINGS.some((id) => traits.has(id)))
    .map((member) =>
      problem({
        location: member.location,
        shapeId: memberId(shape, member),
        message: `has no place: the member ${payload.name} is the whole body`,
        help: "Bind it to a label, a header or the query.",
      }),
    );
};
