import type { MemberDescriptor, MemberLocation, StructureDescriptor } from "../../descriptors/shape.js";
import { targetOf } from "../../protocol/shape-access.js";

/** Where a message holds sensitive members outside its body. */
export function secretPlaces({ members }: StructureDescriptor): ReadonlySet<MemberLocation | undefined> {
  return new Set(Object.values(members).flatMap((member) => (isSecret(member) ? [member.location] : [])));
}

/** Splits headers into those that may be shown, and those that hold sensitive members. */
export function splitHeaders(
  { members }: StructureDescriptor,
  headers: Readonly<Record<string, string>>,
): { readonly shown: Record<string, string>; readonly secret: Record<string, string> } {
  const secrets = Object.entries(members).filter(([, member]) => isSecret(member));
  const isSecretHeader = (header: string): boolean =>
    secrets.some(([name, { location, locationName = name }]) =>
      location === "prefixHeaders"
        ? header.startsWith(locationName.toLowerCase())
        : location === "header" && header === locationName.toLowerCase(),
    );
  const [shown, secret]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const [name, value] of Object.entries(headers)) (isSecretHeader(name) ? secret : shown)[name] = value;
  return { shown, secret };
}

/** Whether a member of a message's head is sensitive, or what is in it. */
function isSecret(member: MemberDescriptor): boolean {
  const target = targetOf(member);
  if (member.sensitive === true) return true;
  if (typeof target === "string") return false;
  if (target.kind === "list") return isSecret(target.member);
  return target.kind === "map" && (isSecret(target.key) || isSecret(target.value));
}
