import type { Member, Model, Shape, ShapeId, TraitId, Traits } from "../model/model.js";
import { documentationOf } from "./documentation.js";
import type { DocumentationIr } from "./documentation-ir.js";
import { httpMemberBinding } from "./http-member-binding.js";
import type { BoundsIr, MemberIr } from "./member-ir.js";
import { present } from "./present.js";
import { InconsistentModelError, shapeOf } from "./shape-access.js";
import type { TypeIr } from "./shape-ir.js";
import { asNumber, recordTrait, stringTrait } from "./traits.js";

const NO_TRAITS: Traits = new Map();
const NAMED: ReadonlySet<string> = new Set(["structure", "union", "enum", "intEnum"]);

/**
 * Builds a member. A trait of the member goes before the same trait of its target.
 *
 * @param path - the collections that are being built: one of them again means that a collection holds itself
 * @param greedyLabels - names of members that take several path segments
 */
export function buildMember(
  model: Model,
  member: Member,
  path: readonly ShapeId[] = [],
  greedyLabels: ReadonlySet<string> = new Set(),
): MemberIr {
  const own = member.traits;
  const targets = model.shapes.get(member.target)?.traits ?? NO_TRAITS;
  const both: Traits = new Map([...targets, ...own]);
  const jsonName = stringTrait(own, "smithy.api#jsonName");
  return present({
    name: member.name,
    type: buildType(model, member.target, path),
    documentation: memberDocumentation(model, member),
    required: own.has("smithy.api#required"),
    idempotencyToken: own.has("smithy.api#idempotencyToken"),
    sensitive: both.has("smithy.api#sensitive"),
    hostLabel: own.has("smithy.api#hostLabel"),
    jsonName: jsonName === member.name ? undefined : jsonName,
    binding: httpMemberBinding(member, greedyLabels),
    timestampFormat: stringTrait(both, "smithy.api#timestampFormat"),
    mediaType: stringTrait(both, "smithy.api#mediaType"),
    range: boundsOf(both, "smithy.api#range"),
    length: boundsOf(both, "smithy.api#length"),
    pattern: stringTrait(both, "smithy.api#pattern"),
    // The default of a target has to be repeated on the member, so that a member's null can cancel it.
    defaultValue: own.get("smithy.api#default") ?? undefined,
  });
}

/** A member without words of its own borrows those of its target, unless that is documented under its own name. */
function memberDocumentation(model: Model, member: Member): DocumentationIr {
  const own = documentationOf(member.traits);
  const target = model.shapes.get(member.target);
  if (own.text !== undefined || target === undefined || NAMED.has(target.type)) return own;
  const text = documentationOf(target.traits).text;
  return text === undefined ? own : { ...own, text };
}

function boundsOf(traits: Traits, id: TraitId): BoundsIr | undefined {
  const bounds = recordTrait(traits, id);
  return bounds && present({ min: asNumber(bounds["min"]), max: asNumber(bounds["max"]) });
}

function buildType(model: Model, id: ShapeId, path: readonly ShapeId[]): TypeIr {
  if (path.includes(id)) {
    throw new InconsistentModelError(`${id} holds itself without a structure or union in between.`);
  }
  return buildOwnType(model, shapeOf(model, id), [...path, id]);
}

function buildOwnType(model: Model, shape: Shape, path: readonly ShapeId[]): TypeIr {
  const sparse = shape.traits.has("smithy.api#sparse");
  switch (shape.type) {
    case "structure":
    case "union":
      return { kind: shape.type, id: shape.id };
    case "enum":
    case "intEnum":
      return { kind: "enum", id: shape.id };
    case "list":
      return {
        kind: "list",
        member: buildMember(model, shape.member, path),
        sparse,
        uniqueItems: shape.traits.has("smithy.api#uniqueItems"),
      };
    case "map":
      return {
        kind: "map",
        key: buildMember(model, shape.key, path),
        value: buildMember(model, shape.value, path),
        sparse,
      };
    case "service":
    case "resource":
    case "operation":
      throw new InconsistentModelError(`${shape.id} is no type of a member.`);
    default:
      return { kind: "simple", type: shape.type, streaming: shape.traits.has("smithy.api#streaming") };
  }
}
