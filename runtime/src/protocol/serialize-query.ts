import type { OperationDescriptor } from "../descriptors/operation.js";
import type { MemberDescriptor } from "../descriptors/shape.js";
import type { QueryParameterBag } from "../transport/http-handler.js";
import { itemOf } from "./header-lists.js";
import { writeHttpValue } from "./http-values.js";
import type { TokenMaker } from "./json-writer.js";
import { isRecord, memberValue, setKey, targetOf } from "./shape-access.js";
import { parseUriQuery } from "./uri-query.js";

/** Writes the members that travel in the query, after what the URI pattern itself states. */
export function serializeQuery(
  operation: OperationDescriptor,
  input: Record<string, unknown>,
  token: TokenMaker,
): QueryParameterBag {
  const query: QueryParameterBag = {};
  for (const [name, value] of parseUriQuery(operation.http.uri)) query[name] = value;
  const members = Object.entries(operation.input.members);
  for (const [name, member] of members) {
    const value = memberValue(input, name) ?? (member.idempotencyToken ? token() : undefined);
    if (member.location !== "query" || value === undefined) continue;
    setKey(query, member.locationName ?? name, writeParameter(member, value));
  }
  for (const [name, member] of members) {
    if (member.location === "queryParams") writeFreeParameters(query, memberValue(input, name));
  }
  return query;
}

function writeParameter(member: MemberDescriptor, value: unknown): string | string[] {
  const target = targetOf(member);
  if (!Array.isArray(value)) return writeHttpValue(member, value);
  const item = typeof target === "object" && target.kind === "list" ? itemOf(member, target) : member;
  return value
    .filter((part) => part !== undefined && part !== null)
    .map((part) => writeHttpValue(item, part));
}

/** A parameter that has a member of its own wins over one of the same name among the free ones. */
function writeFreeParameters(query: QueryParameterBag, parameters: unknown): void {
  if (!isRecord(parameters)) return;
  for (const [key, value] of Object.entries(parameters)) {
    if (value === undefined || value === null || Object.hasOwn(query, key)) continue;
    setKey(
      query,
      key,
      Array.isArray(value) ? value.filter((part) => part != null).map(String) : String(value),
    );
  }
}
