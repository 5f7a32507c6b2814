import type { StructureDescriptor } from "../descriptors/shape.js";
import { readMembers } from "./json-reader.js";
import { parseJsonObject, parseText } from "./parse-body.js";
import type { RawResponse } from "./raw-response.js";
import { setKey } from "./shape-access.js";

/** Reads a successful response into the members of the operation's output. @throws where it cannot be read */
export function readOutput(shape: StructureDescriptor, response: RawResponse): Record<string, unknown> {
  const hasBody = Object.values(shape.members).some(({ location }) => location === undefined);
  const result = hasBody ? readMembers(shape, parseJsonObject(parseText(response.body)), true) : {};
  readBoundMembers(shape, response, result);
  return result;
}

/** Adds the members that travel outside of the JSON body. @throws where one cannot be read */
export function readBoundMembers(
  { members, bound }: StructureDescriptor,
  response: RawResponse,
  result: Record<string, unknown>,
): void {
  if (bound === undefined) return;
  for (const [name, member] of Object.entries(members)) {
    const value = bound.read(member, name, response);
    if (value !== undefined) setKey(result, name, value);
  }
}
