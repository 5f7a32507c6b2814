import type {
  MemberDescriptor,
  ShapeDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { targetOf } from "../protocol/shape-access.js";

/** What the descriptors know about a place in an input or output. */
export interface Located {
  /** Undefined where the path leaves what the descriptors describe. */
  readonly shape: ShapeDescriptor | undefined;
  /** How it is held by what is around it; undefined also for the root. */
  readonly member?: MemberDescriptor;
  /** Whether the value there, or anything around it, is secret. */
  readonly sensitive: boolean;
}

/** Follows a path through the descriptors. */
export function locateMember(root: StructureDescriptor, path: readonly PropertyKey[]): Located {
  let located: Located = { shape: root, sensitive: root.sensitive === true };
  for (const key of path) located = step(located, String(key));
  return located;
}

function step({ shape, sensitive }: Located, key: string): Located {
  const member = shape === undefined || typeof shape === "string" ? undefined : memberOf(shape, key);
  if (member === undefined) return { shape: undefined, sensitive };
  const target = targetOf(member);
  const secret = member.sensitive === true || (isStructureLike(target) && target.sensitive === true);
  return { shape: target, member, sensitive: sensitive || secret };
}

function memberOf(shape: Exclude<ShapeDescriptor, string>, key: string) {
  switch (shape.kind) {
    case "structure":
    case "union":
      return Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
    case "list":
      return shape.member;
    case "map":
      return shape.value;
    default:
      return undefined;
  }
}

/** Whether a shape has named members. */
export function isStructureLike(
  shape: ShapeDescriptor | undefined,
): shape is StructureDescriptor | UnionDescriptor {
  return typeof shape === "object" && (shape.kind === "structure" || shape.kind === "union");
}
