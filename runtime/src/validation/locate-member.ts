import type {
  MemberDescriptor,
  ShapeDescriptor,
  StructureDescriptor,
  UnionDescriptor,
} from "../descriptors/shape.js";
import { REDACTED } from "../protocol/redact.js";
import { targetOf } from "../protocol/shape-access.js";
import { appendKey } from "./format-path.js";

/** What the descriptors know about a place in an input or output. */
export interface Located {
  /** The path as people read it; keys that may be secret are blotted out. */
  readonly path: string;
  /** Undefined where the path leaves what the descriptors describe. */
  readonly shape: ShapeDescriptor | undefined;
  /** How it is held by what is around it; undefined also for the root. */
  readonly member?: MemberDescriptor | undefined;
  /** Whether the value there, or anything around it, is secret. */
  readonly sensitive: boolean;
}

/** Follows a path through the descriptors. */
export function locateMember(root: StructureDescriptor, path: readonly PropertyKey[]): Located {
  let located: Located = { path: "", shape: root, sensitive: root.sensitive === true };
  for (const key of path) located = locateKey(located, key);
  return located;
}

/** Goes one key further. */
export function locateKey(holder: Located, key: PropertyKey): Located {
  const { shape, sensitive } = holder;
  const member = shape === undefined || typeof shape === "string" ? undefined : memberOf(shape, String(key));
  const path = appendKey(holder.path, isSecretKey(holder, key, member) ? REDACTED : key);
  if (member === undefined) return { path, shape: undefined, sensitive };
  return locateTarget(member, path, sensitive);
}

/** What stands as a key of a map, in the place of its value. */
export function locateMapKey(holder: Located, key: PropertyKey): Located {
  const { path, sensitive } = locateKey(holder, key);
  const { shape } = holder;
  if (typeof shape !== "object" || shape.kind !== "map") return { path, shape: undefined, sensitive };
  return locateTarget(shape.key, path, holder.sensitive);
}

function locateTarget(member: MemberDescriptor, path: string, sensitive: boolean): Located {
  const target = targetOf(member);
  const secret = member.sensitive === true || (isStructureLike(target) && target.sensitive === true);
  return { path, shape: target, member, sensitive: sensitive || secret };
}

/** Names of members are the model's, numbers tell nothing; keys of maps, and of unknown members, are the caller's. */
function isSecretKey({ shape, sensitive }: Located, key: PropertyKey, member?: MemberDescriptor): boolean {
  if (typeof key === "number" || (member !== undefined && isStructureLike(shape))) return false;
  return sensitive || (typeof shape === "object" && shape.kind === "map" && shape.key.sensitive === true);
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
