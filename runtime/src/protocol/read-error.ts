import { hide } from "../common/printing.js";
import { type ErrorDescriptor, propertyOf } from "../descriptors/error.js";
import type { OperationDescriptor } from "../descriptors/operation.js";
import type { ModeledExceptionClass, ServiceDescriptor } from "../descriptors/service.js";
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
 * Makes the error that a response stands for; whatever the response looks like, there is one.
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
  if (body !== undefined) keepFurtherMembers(error, body);
  return error;
}

function createError(
  service: ServiceDescriptor,
  operation: OperationDescriptor,
  response: RawResponse,
  body: Record<string, unknown> | undefined,
): ServiceException {
  const code = findErrorCode(response, body ?? {});
  const type = findClass(service, operation, code);
  const options: ServiceExceptionOptions = {
    message: findMessage(body) ?? describe(response, code),
    $metadata: metadataOf(response),
    code: code ?? UNKNOWN_CODE,
    operation: operation.name,
    // Without the body, unless somebody asks for it: it may hold secrets, and it has been read.
    $response: headOf(response),
  };
  if (type === undefined) return new service.unmodeledError(options);
  const { descriptor } = type;
  const error = new type({
    ...propertiesOf(descriptor, readErrorMembers(descriptor, response, body ?? {})),
    ...options,
    $fault: descriptor.fault,
    $retryable: descriptor.retryable,
  });
  hideSecrets(error, descriptor);
  return error;
}

/** Members that hold secrets are there for those who ask for them, and are not printed. */
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

function readBody({ body }: RawResponse, secrets: readonly string[]): Record<string, unknown> | undefined {
  try {
    // Whatever its letters are, it is an error, and is read as far as that goes.
    return blotOut(parseJsonObject(new TextDecoder().decode(body)), secrets);
  } catch {
    return undefined;
  }
}

function findClass(
  { commonErrors }: ServiceDescriptor,
  { errors }: OperationDescriptor,
  code: string | undefined,
): ModeledExceptionClass | undefined {
  return [...errors, ...commonErrors].find(({ descriptor }) => descriptor.name === code);
}

function findMessage(body: Record<string, unknown> | undefined): string | undefined {
  const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
  return [body?.["message"], body?.["Message"]].find(isText);
}

function describe(response: RawResponse, code: string | undefined): string {
  const { statusCode, headers } = response;
  const target = redirectTargetOf(response);
  if (target !== undefined) {
    return `The service answered with status ${statusCode}, a redirect to ${target}, which is not followed: a signature is for one host.`;
  }
  const what =
    code === undefined ? `no readable error (${contentTypeOf(headers)})` : `${quote(code)} and no message`;
  return `The service answered with status ${statusCode}, ${what}.`;
}

/** Members under the names of the properties that the error's class has for them. */
function propertiesOf(descriptor: ErrorDescriptor, members: Record<string, unknown>): object {
  const result = {};
  for (const [name, value] of Object.entries(members)) setKey(result, propertyOf(descriptor, name), value);
  return result;
}

function readErrorMembers(
  error: ErrorDescriptor,
  response: RawResponse,
  body: Record<string, unknown>,
): Record<string, unknown> {
  try {
    const result = readMembers(error, body, true);
    readBoundMembers(error, response, result);
    return result;
  } catch {
    // A member that cannot be read must not hide the error itself.
    return {};
  }
}
