import { hide } from "../common/printing.js";
import { type ErrorDescriptor, propertyOf } from "../descriptors/error.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import type { ServiceDescriptor } from "../descriptors/service.js";
import type { StructureDescriptor } from "../descriptors/shape.js";
import {
  noteRead,
  type ServiceException,
  type ServiceExceptionOptions,
} from "../errors/service-exception.js";
import type { HttpResponse } from "../transport/http-handler.js";
import { contentTypeOf, quote, redirectTargetOf } from "./describe-response.js";
import { blotOut, secretsIn } from "./echoes.js";
import { findErrorCode } from "./error-code.js";
import { readMembers } from "./json-reader.js";
import { parseJsonObject } from "./parse-body.js";
import { keepResponse, type RawResponse } from "./raw-response.js";
import { keepFurtherMembers } from "./read-further-members.js";
import { readBoundMembers } from "./read-output.js";
import { metadataOf } from "./response-metadata.js";
import { setKey } from "./shape-access.js";

/** Code of an error whose response says nothing about it, such as a gateway's HTML page. */
const UNKNOWN_CODE = "Unknown";

/**
 * Makes the error that a response stands for. Whatever the response looks like, there is one.
 *
 * @param options - whether the error keeps the body, too, and which secrets of the request it must not repeat
 */
export function readError(
  service: ServiceDescriptor,
  operation: OperationDescriptor,
  answer: RawResponse,
  { keepsBody = false, secrets = [] }: { keepsBody?: boolean; secrets?: readonly string[] } = {},
): ServiceException {
  const { reason, headers } = blotOut({ reason: answer.reason, headers: answer.headers }, secrets);
  const response = { ...answer, reason, headers };
  const body = readBody(response, secrets);
  const error = noteRead(createError(service, operation, response, body));
  if (keepsBody) keepResponse(error, answer);
  keepFurtherMembers(error, body);
  return error;
}

function createError(
  { commonErrors, unmodeledError }: ServiceDescriptor,
  { name, errors }: OperationDescriptor,
  response: RawResponse,
  body: Record<string, unknown>,
): ServiceException {
  const code = findErrorCode(response, body);
  const options: ServiceExceptionOptions = {
    message: findMessage(body) ?? describe(response, code),
    $metadata: metadataOf(response),
    code: code ?? UNKNOWN_CODE,
    operation: name,
    // Without the body, unless somebody asks for it: it may hold secrets, and it has been read.
    $response: headOf(response),
  };
  const type = [...errors, ...commonErrors].find(({ descriptor }) => descriptor.name === code);
  if (type === undefined) return new unmodeledError(options);
  const { descriptor } = type;
  const error = new type({
    ...readProperties(descriptor, response, body),
    ...options,
    $fault: descriptor.fault,
    $retryable: descriptor.retryable,
  });
  hideSecrets(error, descriptor);
  return error;
}

/** Keeps members that hold secrets from being printed; who asks for them by name still gets them. */
function hideSecrets(error: ServiceException, descriptor: ErrorDescriptor): void {
  for (const [name, member] of Object.entries(descriptor.members)) {
    const property = propertyOf(descriptor, name);
    const value: unknown = Reflect.get(error, property);
    const alone: StructureDescriptor = { ...descriptor, members: { [name]: member } };
    if (property !== "message" && secretsIn(alone, { [name]: value }).length > 0)
      hide(error, property, value);
  }
}

function headOf({ statusCode, reason, headers }: RawResponse): HttpResponse {
  return { statusCode, ...(reason === undefined ? {} : { reason }), headers: { ...headers } };
}

/** Reads the body as far as it can be read. */
function readBody({ body }: RawResponse, secrets: readonly string[]): Record<string, unknown> {
  try {
    // Bytes that are no UTF-8 are replaced: the error counts more than its letters.
    return blotOut(parseJsonObject(new TextDecoder().decode(body)), secrets);
  } catch {
    return {};
  }
}

function findMessage({ message, Message }: Record<string, unknown>): string | undefined {
  return [message, Message].find((value): value is string => typeof value === "string" && value !== "");
}

function describe(response: RawResponse, code: string | undefined): string {
  const { statusCode, headers } = response;
  const target = redirectTargetOf(response);
  const what =
    code === undefined ? `no readable error (${contentTypeOf(headers)})` : `${quote(code)} and no message`;
  const redirect = `a redirect to ${target}, which is not followed: a signature is for one host`;
  return `The service answered with status ${statusCode}, ${target === undefined ? what : redirect}.`;
}

/** Reads the members of an error, under the names that its class has for them. */
function readProperties(
  descriptor: ErrorDescriptor,
  response: RawResponse,
  body: Record<string, unknown>,
): object {
  const properties = {};
  try {
    const members = readMembers(descriptor, body, true);
    readBoundMembers(descriptor, response, members);
    for (const [name, value] of Object.entries(members))
      setKey(properties, propertyOf(descriptor, name), value);
  } catch {
    // A member that cannot be read must not hide the error itself.
  }
  return properties;
}
