import type { MemberDescriptor, StructureDescriptor } from "../descriptors/shape.js";
import { readHeaderList } from "./header-lists.js";
import { readHttpValue } from "./http-values.js";
import { readJson } from "./json-reader.js";
import { parseJsonValue, parseText } from "./parse-body.js";
import type { RawResponse } from "./raw-response.js";
import { setKey, targetOf } from "./shape-access.js";

/** Whether the body is a value of bytes, which is handed on in the encoding in which the service keeps it. */
export function isPassedOn(shape: StructureDescriptor): boolean {
  return Object.values(shape.members).some(
    (member) => member.location === "payload" && targetOf(member) === "blob",
  );
}

/** Reads a member that travels outside of the JSON body; undefined for any other. */
export function readBound(member: MemberDescriptor, name: string, response: RawResponse): unknown {
  switch (member.location) {
    case "statusCode":
      return response.statusCode;
    case "header":
      return readHeader(member, response.headers[(member.locationName ?? name).toLowerCase()]);
    case "prefixHeaders":
      return readPrefixed(member.locationName ?? "", response.headers);
    case "payload":
      return readPayload(member, response.body);
    default:
      return undefined;
  }
}

function readHeader(member: MemberDescriptor, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  const target = targetOf(member);
  if (typeof target === "object" && target.kind === "list") return readHeaderList(member, target, text);
  return readHttpValue(member, text);
}

function readPrefixed(prefix: string, headers: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = {};
  const start = prefix.toLowerCase();
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(start)) setKey(result, name.slice(start.length), value);
  }
  return result;
}

function readPayload(member: MemberDescriptor, body: Uint8Array): unknown {
  const target = targetOf(member);
  if (body.length === 0) return undefined;
  if (target === "blob") return member.streaming === true ? asStream(body) : body;
  const text = parseText(body);
  if (target === "string" || (typeof target === "object" && target.kind === "enum")) return text;
  const value = parseJsonValue(text);
  return value === null ? undefined : readJson(member, value);
}

/** Bytes that can be iterated over as the type of a streaming body says: whole chunks, where an array gives numbers. */
function asStream(bytes: Uint8Array): Uint8Array & AsyncIterable<Uint8Array> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return Object.defineProperty(bytes, Symbol.asyncIterator, {
    value: chunks,
    configurable: true,
  }) as Uint8Array & AsyncIterable<Uint8Array>;
}
