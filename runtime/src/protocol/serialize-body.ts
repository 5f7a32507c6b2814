import type { StructureDescriptor } from "../descriptors/shape.js";
import { type TokenMaker, writeMembers } from "./json-writer.js";

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
  const payload = shape.bound?.writePayload(shape, input, token);
  if (payload !== undefined) return payload;
  if (Object.values(shape.members).every(({ location }) => location !== undefined)) return {};
  return jsonBody(writeMembers(shape, input, token, true));
}

/** As in AWS's clients, the bytes are a text for whoever takes them for one: handlers of tests parse them. */
export function jsonBody(text: string): SerializedBody {
  const body = Object.defineProperty(encoder.encode(text), "toString", { value: () => text });
  return { body, contentType: JSON_TYPE };
}
