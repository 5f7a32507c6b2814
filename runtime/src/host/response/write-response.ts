import type { OperationDescriptor } from "../../descriptors/operation.js";
import type { MemberDescriptor, StructureDescriptor } from "../../descriptors/shape.js";
import { isRecord, targetOf } from "../../protocol/shape-access.js";
import type { HostResponse } from "../message.js";
import { writeJson, writeJsonMembers } from "./write-json.js";
import { writeHeader } from "./write-text.js";

const encoder = new TextEncoder();

/**
 * Writes an operation's output as a restJson1 service does.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export const writeResponse = (
  operation: OperationDescriptor,
  output: Readonly<Record<string, unknown>>,
): HostResponse => {
  const body = writeBody(operation.output, output);
  return {
    statusCode: statusOf(operation, output),
    headers: {
      ...(body.type === undefined ? {} : { "content-type": body.type }),
      ...writeHeaders(operation.output, output),
    },
    body: body.bytes,
  };
};

/** The headers that members of a structure travel in. */
export const writeHeaders = (
  shape: StructureDescriptor,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> => {
  const headers = new Map<string, string>();
  for (const [name, member] of Object.entries(shape.members)) {
    const value = values[name];
    if (value === undefined || value === null) continue;
    if (member.location === "header")
      headers.set((member.locationName ?? name).toLowerCase(), writeHeader(member, value));
    if (member.location === "prefixHeaders" && isRecord(value)) {
      for (const [key, text] of Object.entries(value)) {
        headers.set(`${member.locationName ?? ""}${key}`.toLowerCase(), String(text));
      }
    }
  }
  return Object.fromEntries(headers);
};

const statusOf = (operation: OperationDescriptor, output: Readonly<Record<string, unknown>>): number => {
  const member = Object.entries(operation.output.members).find(
    ([, { location }]) => location === "statusCode",
  );
  const status = member === undefined ? undefined : output[member[0]];
  return typeof status === "number" ? status : operation.http.code;
};

interface Body {
  readonly type: string | undefined;
  readonly bytes: Uint8Array;
}

const writeBody = (shape: StructureDescriptor, output: Readonly<Record<string, unknown>>): Body => {
  const payload = Object.entries(shape.members).find(([, { location }]) => location === "payload");
  if (payload === undefined) return jsonBody(writeJsonMembers(shape, output));
  const [name, member] = payload;
  return writePayload(member, output[name]);
};

const writePayload = (member: MemberDescriptor, value: unknown): Body => {
  if (value === undefined || value === null) return { type: undefined, bytes: new Uint8Array() };
  if (value instanceof Uint8Array) {
    return { type: member.mediaType ?? "application/octet-stream", bytes: value };
  }
  const shape = targetOf(member);
  const isText = shape === "string" || (typeof shape === "object" && shape.kind === "enum");
  if (isText) return { type: member.mediaType ?? "text/plain", bytes: encoder.encode(String(value)) };
  return jsonBody(writeJson(member, value));
};

const jsonBody = (value: unknown): Body => ({
  type: "application/json",
  bytes: encoder.encode(JSON.stringify(value)),
});
