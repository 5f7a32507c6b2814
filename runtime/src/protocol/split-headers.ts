import type { StructureDescriptor } from "../descriptors/shape.js";
import { isSecret } from "./is-secret.js";

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
