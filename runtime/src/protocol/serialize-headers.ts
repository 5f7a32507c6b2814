import type { MemberDescriptor, StructureDescriptor } from "../descriptors/shape.js";
import { writeHeaderList } from "./header-lists.js";
import { writeHttpValue } from "./http-values.js";
import { InputProblem } from "./input-problem.js";
import type { TokenMaker } from "./json-writer.js";
import { isRecord, memberValue, setKey, targetOf } from "./shape-access.js";

/** Line breaks and other characters that would end a header, or that no header may hold. */
const UNSAFE_IN_HEADER = /[^\t\x20-\x7e\x80-\xff]/;

/** Header names as RFC 9110 allows them. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;

/** Writes the members that travel as headers. Unset ones are left out, empty ones are not. @throws {@link InputProblem} */
export function serializeHeaders(
  shape: StructureDescriptor,
  input: Record<string, unknown>,
  token: TokenMaker,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const value = memberValue(input, name) ?? (member.idempotencyToken ? token() : undefined);
    if (value === undefined) continue;
    if (member.location === "header")
      writeHeader(headers, name, member.locationName ?? name, headerText(member, value));
    if (member.location === "prefixHeaders") writePrefixed(headers, name, member, value);
  }
  return headers;
}

function headerText(member: MemberDescriptor, value: unknown): string {
  const target = targetOf(member);
  if (typeof target === "object" && target.kind === "list" && Array.isArray(value)) {
    return writeHeaderList(member, target, value);
  }
  return writeHttpValue(member, value);
}

function writePrefixed(
  headers: Record<string, string>,
  path: string,
  member: MemberDescriptor,
  value: unknown,
): void {
  if (!isRecord(value)) return;
  for (const [key, text] of Object.entries(value)) {
    if (text === undefined || text === null) continue;
    writeHeader(headers, `${path}.${key}`, (member.locationName ?? "") + key, writeHttpValue(member, text));
  }
}

function writeHeader(headers: Record<string, string>, path: string, name: string, text: string): void {
  const key = name.toLowerCase();
  if (!HEADER_NAME.test(key)) throw unfit(path, "cannot be the name of a header");
  if (UNSAFE_IN_HEADER.test(text)) throw unfit(path, "holds characters that no header may hold");
  setKey(headers, key, text);
}

function unfit(path: string, message: string): InputProblem {
  return new InputProblem({ path, code: "invalid_value", message });
}
