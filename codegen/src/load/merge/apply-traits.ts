import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/nearest.js";
import { problem } from "../../diagnostics/outcome.js";
import { LocatedTraits } from "../../model/located-traits.js";
import { membersOf } from "../../model/lookup.js";
import type { Member, Shape, ShapeId, Traits } from "../../model/model.js";
import type { AppliedTraits } from "../build/draft.js";
import { joinTraits } from "./join-traits.js";
import { mixTraits } from "./mix-in.js";

/** A shape to which traits were applied. */
export interface AppliedShape {
  readonly shape: Shape;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A shape with traits that were said of it, or of one of its members, elsewhere. They join what is written
 * at the shape, and go before what comes from a mixin.
 * @param written - the shape as it is written, without mixins.
 */
export const applyTraits = (
  shape: Shape,
  written: Shape,
  { target, traits, location }: AppliedTraits,
): AppliedShape => {
  const [, name] = target.split("$");
  if (name === undefined) {
    const joined = joinWritten(target, written.traits, traits);
    return {
      shape: { ...shape, traits: mixTraits(joined.traits, shape.traits) },
      diagnostics: joined.diagnostics,
    };
  }
  const member = memberOf(shape, name);
  if (member === undefined) {
    const names = membersOf(shape).map((each) => each.name);
    const message = `${shape.id} has no member "${name}"`;
    return {
      shape,
      diagnostics: [problem({ location, shapeId: target, message, help: didYouMean(name, names) })],
    };
  }
  const joined = joinWritten(target, memberOf(written, name)?.traits, traits);
  const applied = { ...member, traits: mixTraits(joined.traits, member.traits) };
  return { shape: withMember(shape, applied), diagnostics: joined.diagnostics };
};

const joinWritten = (id: ShapeId, written: Traits | undefined, traits: LocatedTraits) =>
  written instanceof LocatedTraits ? joinTraits(id, written, traits) : { traits, diagnostics: [] };

const memberOf = (shape: Shape, name: string): Member | undefined =>
  membersOf(shape).find((member) => member.name === name);

/** A shape with one of its members replaced. */
const withMember = (shape: Shape, member: Member): Shape => {
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return { ...shape, members: new Map([...shape.members, [member.name, member]]) };
    case "list":
      return { ...shape, member };
    case "map":
      return member.name === "key" ? { ...shape, key: member } : { ...shape, value: member };
    default:
      return shape;
  }
};

/** Traits by what they are applied to, those of several places joined. */
export const groupApplied = (
  applied: readonly AppliedTraits[],
): { readonly applied: readonly AppliedTraits[]; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const groups = new Map<ShapeId, AppliedTraits>();
  for (const each of applied) {
    const earlier = groups.get(each.target);
    const joined = earlier && joinTraits(each.target, earlier.traits, each.traits);
    groups.set(
      each.target,
      earlier === undefined ? each : { ...earlier, traits: joined?.traits ?? each.traits },
    );
    diagnostics.push(...(joined?.diagnostics ?? []));
  }
  return { applied: [...groups.values()], diagnostics };
};
