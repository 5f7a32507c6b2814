import type { LocatedTraits } from "../../model/located-traits.js";
import type { Member, Shape } from "../../model/model.js";
import { mixTraits } from "./mix-in.js";

/** A shape with traits that were said of it elsewhere; an `apply` goes before what the shape says. */
export const applyToShape = (shape: Shape, traits: LocatedTraits): Shape => ({
  ...shape,
  traits: mixTraits(traits, shape.traits),
});

/** A shape with traits that were said of one of its members; undefined where it has no such member. */
export const applyToMember = (shape: Shape, name: string, traits: LocatedTraits): Shape | undefined => {
  const applied = (member: Member): Member => ({ ...member, traits: mixTraits(traits, member.traits) });
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum": {
      const member = shape.members.get(name);
      return member && { ...shape, members: new Map([...shape.members, [name, applied(member)]]) };
    }
    case "list":
      return name === "member" ? { ...shape, member: applied(shape.member) } : undefined;
    case "map":
      if (name === "key") return { ...shape, key: applied(shape.key) };
      return name === "value" ? { ...shape, value: applied(shape.value) } : undefined;
    default:
      return undefined;
  }
};
