import type { MemberLocation, StructureDescriptor } from "../../descriptors/shape.js";
import { isSecret } from "../../protocol/is-secret.js";

/** Where a message holds sensitive members outside its body. */
export function secretPlaces({ members }: StructureDescriptor): ReadonlySet<MemberLocation | undefined> {
  return new Set(Object.values(members).flatMap((member) => (isSecret(member) ? [member.location] : [])));
}

/** Splits headers into those that may be shown, and those that hold sensitive members. */
export function splitHeaders(
  shape: StructureDescriptor,
  headers: Readonly<Record<string, string>>,
): { readonly shown: Record<string, string>; readonly secret: Record<string, string> } {
  return shape.bound?.splitHeaders(shape, headers) ?? { shown: { ...headers }, secret: {} };
}
