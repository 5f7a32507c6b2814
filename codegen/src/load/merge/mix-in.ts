import { LocatedTraits } from "../../model/located-traits.js";
import type {
  Member,
  Reference,
  ResourceShape,
  ServiceShape,
  Shape,
  TraitId,
  Traits,
} from "../../model/model.js";

const MIXIN = "smithy.api#mixin";

/**
 * A shape with a mixin's traits and members folded in: what the mixin brings comes first, what the
 * shape says itself goes before it.
 * @see https://smithy.io/2.0/spec/mixins.html
 */
export const mixIn = (shape: Shape, mixin: Shape): Shape => {
  const mixed = { ...shape, traits: mixTraits(shape.traits, mixin.traits, localTraits(mixin)) };
  switch (mixed.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return "members" in mixin ? { ...mixed, members: mixMembers(mixed.members, mixin.members) } : mixed;
    case "operation":
      return mixin.type === "operation"
        ? { ...mixed, errors: mixReferences(mixed.errors, mixin.errors) }
        : mixed;
    case "service":
      return mixin.type === "service" ? mixService(mixed, mixin) : mixed;
    case "resource":
      return mixin.type === "resource" ? mixResource(mixed, mixin) : mixed;
    default:
      return mixed;
  }
};

const mixService = (own: ServiceShape, added: ServiceShape): ServiceShape => ({
  ...own,
  version: own.version === "" ? added.version : own.version,
  operations: mixReferences(own.operations, added.operations),
  resources: mixReferences(own.resources, added.resources),
  errors: mixReferences(own.errors, added.errors),
  rename: new Map([...added.rename, ...own.rename]),
});

const mixResource = (own: ResourceShape, added: ResourceShape): ResourceShape => ({
  ...own,
  identifiers: new Map([...added.identifiers, ...own.identifiers]),
  properties: new Map([...added.properties, ...own.properties]),
  lifecycle: new Map([...added.lifecycle, ...own.lifecycle]),
  operations: mixReferences(own.operations, added.operations),
  collectionOperations: mixReferences(own.collectionOperations, added.collectionOperations),
  resources: mixReferences(own.resources, added.resources),
});

/** Traits that stay with the mixin: `mixin` itself, and those that it lists as its own. */
const localTraits = ({ traits }: Shape): ReadonlySet<TraitId> => {
  const value = traits.get(MIXIN);
  const listed: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, "localTraits") : undefined;
  return new Set([MIXIN, ...(Array.isArray(listed) ? listed.map(String) : [])]);
};

const NOTHING: ReadonlySet<TraitId> = new Set();

/** Traits of both; where both have one, that of the shape. */
export const mixTraits = (own: Traits, added: Traits, without: ReadonlySet<TraitId> = NOTHING): Traits => {
  if (!(own instanceof LocatedTraits && added instanceof LocatedTraits)) return own;
  return new LocatedTraits([...added.located().filter(({ id }) => !without.has(id)), ...own.located()]);
};

const mixMembers = (
  own: ReadonlyMap<string, Member>,
  added: ReadonlyMap<string, Member>,
): ReadonlyMap<string, Member> => {
  const members = new Map(added);
  for (const [name, member] of own) {
    const mixed = added.get(name);
    members.set(
      name,
      mixed === undefined ? member : { ...member, traits: mixTraits(member.traits, mixed.traits) },
    );
  }
  return members;
};

const mixReferences = (own: readonly Reference[], added: readonly Reference[]): readonly Reference[] => {
  const targets = new Set(own.map(({ target }) => target));
  return [...added.filter(({ target }) => !targets.has(target)), ...own];
};
