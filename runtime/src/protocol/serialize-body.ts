import type { MemberDescriptor, StructureDescriptor } from "../descriptors/shape.js";
import { type TokenMaker, writeJson, writeMembers } from "./json-writer.js";
import { memberValue, targetOf } from "./shape-access.js";

/** A body and what it is; both are absent where the operation has no body. */
export interface SerializedBody {
  readonly body?: Uint8Array;
  readonly contentType?: string;
}

const JSON_TYPE = "application/json";
const encoder = new TextEncoder();

/**
 * Writes the body. An operation without body members sends none, and says nothing about its type; one whose body
 * members are all unset sends `{}`.
 */
export function serializeBody(
  shape: StructureDescriptor,
  input: Record<string, unknown>,
  token: TokenMaker,
): SerializedBody {
  const members = Object.entries(shape.members);
  const payload = members.find(([, member]) => member.location === "payload");
  if (payload !== undefined) return serializePayload(payload[1], memberValue(input, payload[0]), token);
  if (members.every(([, member]) => member.location !== undefined)) return {};
  return json(writeMembers(shape, input, token, true));
}

function serializePayload(member: MemberDescriptor, value: unknown, token: TokenMaker): SerializedBody {
  const target = targetOf(member);
  if (target === "blob") return raw(value, member.mediaType ?? "application/octet-stream");
  if (target === "string" || (typeof target === "object" && target.kind === "enum")) {
    return raw(value, member.mediaType ?? "text/plain");
  }
  if (value === undefined || value === null) {
    // A structure that is not there is one without members; a union has no such thing.
    return typeof target === "object" && target.kind === "structure" ? json("{}") : {};
  }
  return json(writeJson(member, value, token));
}

function raw(value: unknown, contentType: string): SerializedBody {
  if (value instanceof Uint8Array) return { body: value, contentType };
  if (value === undefined || value === null) return {};
  return { body: encoder.encode(String(value)), contentType };
}

/** As in AWS's clients, the bytes are a text for whoever takes them for one: handlers of tests parse them. */
function json(text: string): SerializedBody {
  const body = Object.defineProperty(encoder.encode(text), "toString", { value: () => text });
  return { body, contentType: JSON_TYPE };
}
