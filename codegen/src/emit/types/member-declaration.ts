import type { MemberIr } from "../../ir/member-ir.js";
import type { Direction } from "../../ir/shape-ir.js";
import type { PackagePlan } from "../../plan/package-plan.js";
import { described, describedTags, documented, type Section, tag } from "../documentation/tsdoc.js";
import type { Fragment } from "../layout/fragment.js";
import { propertyName } from "../layout/literals.js";
import { type Side, typeExpression } from "./type-expression.js";

/**
 * Declares a member of a structure's interface.
 *
 * What an input requires must be named, but may be `undefined`, as in the official clients: what one call
 * answers can be handed to the next as it is, and validation finds what is missing. What a service sends may
 * be missing, whatever the model says.
 *
 * @param level - steps of indentation
 */
export function memberDeclaration(
  plan: PackagePlan,
  member: MemberIr,
  direction: Direction,
  level: number,
): Fragment {
  const type = typeExpression(plan, member.type, sideOf(direction));
  const mustBeGiven = member.required && !member.idempotencyToken && direction !== "output";
  return documented(
    memberSections(member),
    [propertyName(member.name), mustBeGiven ? ": " : "?: ", type, " | undefined;"],
    level,
  );
}

/** @returns what the model says about a member */
export function memberSections(member: MemberIr): readonly Section[] {
  return [
    ...described(member.documentation),
    ...(member.defaultValue === undefined
      ? []
      : [tag("defaultValue", `\`${JSON.stringify(member.defaultValue)}\`, filled in by the service`)]),
    ...describedTags(member.documentation),
  ];
}

/** @returns the side that a structure's streams are typed for; only inputs have streams to send */
export const sideOf = (direction: Direction): Side => (direction === "output" ? "output" : "input");
