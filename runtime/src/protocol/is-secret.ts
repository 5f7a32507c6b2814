import type { MemberDescriptor } from "../descriptors/shape.js";
import { targetOf } from "./shape-access.js";

/** Whether a member of a message's head is sensitive, or what is in it. */
export function isSecret(member: MemberDescriptor): boolean {
  const target = targetOf(member);
  if (member.sensitive === true) return true;
  if (typeof target === "string") return false;
  if (target.kind === "list") return isSecret(target.member);
  return target.kind === "map" && (isSecret(target.key) || isSecret(target.value));
}
