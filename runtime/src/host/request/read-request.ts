import type { OperationDescriptor } from "../../descriptors/operation.js";
import type { MemberDescriptor } from "../../descriptors/shape.js";
import { isRecord, targetOf } from "../../protocol/shape-access.js";
import { HostError } from "../host-error.js";
import type { HostRequest } from "../message.js";
import { readHeader, readPrefixHeaders } from "./read-header.js";
import { readJson, readJsonMembers } from "./read-json.js";
import { readText } from "./read-text.js";

/**
 * Reads an operation's input out of a request: the inverse of what a restJson1 client writes.
 *
 * @param labels - as the router found them
 * @throws HostError SerializationException, status 400, where the body is no JSON object, or no UTF-8
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export const readRequest = (
  operation: OperationDescriptor,
  request: HostRequest,
  labels: Readonly<Record<string, string>>,
): Record<string, unknown> => {
  const input = readBodyMembers(operation, request);
  for (const [name, member] of Object.entries(operation.input.members)) {
    const value = readBound(name, member, request, labels);
    if (value !== undefined) input[name] = value;
  }
  readQueryMap(operation, request, input);
  return input;
};

const readBodyMembers = ({ input }: OperationDescriptor, request: HostRequest): Record<string, unknown> => {
  const hasJsonBody = Object.values(input.members).some((member) => member.location === undefined);
  if (!hasJsonBody || request.body.length === 0) return {};
  const body = parseJson(request.body);
  if (!isRecord(body)) throw serializationError("The request body must be a JSON object");
  return readJsonMembers(input, body);
};

const readBound = (
  name: string,
  member: MemberDescriptor,
  request: HostRequest,
  labels: Readonly<Record<string, string>>,
): unknown => {
  switch (member.location) {
    case "label":
    case "greedyLabel":
      return labels[name] === undefined ? undefined : readText(member, labels[name], "date-time");
    case "query":
      return readQuery(member, valueIn(request.query, member.locationName ?? name));
    case "header":
      return readHeader(member, valueIn(request.headers, (member.locationName ?? name).toLowerCase()));
    case "prefixHeaders":
      return readPrefixHeaders(member.locationName ?? "", request.headers);
    case "payload":
      return request.body.length === 0 ? undefined : readPayload(member, request.body);
    default:
      return undefined;
  }
};

const valueIn = <Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined;

const readQuery = (member: MemberDescriptor, value: string | readonly string[] | undefined): unknown => {
  if (value === undefined) return undefined;
  const texts = [value].flat();
  const shape = targetOf(member);
  if (typeof shape === "object" && shape.kind === "list") {
    return texts.map((text) => readText(shape.member, text, "date-time"));
  }
  return readText(member, texts[0] ?? "", "date-time");
};

/** A map of all query parameters that no other member claims. */
const readQueryMap = (
  { input }: OperationDescriptor,
  request: HostRequest,
  values: Record<string, unknown>,
): void => {
  const members = Object.entries(input.members);
  const map = members.find(([, member]) => member.location === "queryParams");
  if (map === undefined) return;
  const claimed = new Set(
    members
      .filter(([, member]) => member.location === "query")
      .map(([name, member]) => member.locationName ?? name),
  );
  const [name, member] = map;
  const shape = targetOf(member);
  const areLists =
    typeof shape === "object" && shape.kind === "map" && typeof targetOf(shape.value) === "object";
  const entries = Object.entries(request.query).filter(([key]) => !claimed.has(key));
  if (entries.length === 0) return;
  values[name] = Object.fromEntries(
    entries.map(([key, value]) => [key, areLists ? [value].flat() : [value].flat()[0]]),
  );
};

const readPayload = (member: MemberDescriptor, body: Uint8Array): unknown => {
  const shape = targetOf(member);
  if (shape === "blob") return body;
  if (shape === "string" || (typeof shape === "object" && shape.kind === "enum")) return decodeUtf8(body);
  return readJson(member, parseJson(body));
};

const parseJson = (body: Uint8Array): unknown => {
  const text = decodeUtf8(body);
  try {
    return JSON.parse(text);
  } catch {
    throw serializationError("The request body is not valid JSON");
  }
};

const decodeUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw serializationError("The request body is not valid UTF-8");
  }
};

const serializationError = (message: string): HostError =>
  new HostError({ name: "SerializationException", message, status: 400 });
