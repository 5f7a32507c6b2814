import type { MemberDescriptor, StructureDescriptor } from "../descriptors/shape.js";
import { type TokenMaker, writeJson } from "./json-writer.js";
import { jsonBody, type SerializedBody } from "./serialize-body.js";
import { memberValue, targetOf } from "./shape-access.js";

const encoder = /*@__PURE__*/ new TextEncoder();

/** Writes the member that is the whole body; undefined where there is none. */
export function serializePayload(
  { members }: StructureDescriptor,
  input: Record<string, unknown>,
  token: TokenMaker,
): SerializedBody | undefined {
  const payload = Object.entries(members).find(([, member]) => member.location === "payload");
  return payload && writePayload(payload[1], memberValue(input, payload[0]), token);
}

function writePayload(member: MemberDescriptor, value: unknown, token: TokenMaker): SerializedBody {
  const target = targetOf(member);
  if (target === "blob") return raw(value, member.mediaType ?? "application/octet-stream");
  if (target === "string" || (typeof target === "object" && target.kind === "enum")) {
    return raw(value, member.mediaType ?? "text/plain");
  }
  if (value === undefined || value === null) {
    // A structure that is not there is one without members; a union has no such thing.
    return typeof target === "object" && target.kind === "structure" ? jsonBody("{}") : {};
  }
  return jsonBody(writeJson(member, value, token));
}

function raw(value: unknown, contentType: string): SerializedBody {
  if (value instanceof Uint8Array) return { body: value, contentType };
  if (value === undefined || value === null) return {};
  return { body: encoder.encode(String(value)), contentType };
}
