import {
  type ErrorDescriptor,
  type ModeledExceptionClass,
  NetworkError,
  type OperationDescriptor,
  ServiceException,
  TimeoutError,
} from "@tinsmith/runtime";
import { propertyOf } from "../descriptors/error.js";
import { HostError } from "../host/host-error.js";
import type { HostResponse } from "../host/message.js";
import { writeError } from "../host/response/write-error.js";
import { isRecord } from "../protocol/shape-access.js";
import { type StubbedMetadata, withMetadata } from "./stubbed-output.js";

/** An error of the service by its parts: name, message and the members of its own. */
export type ErrorParts<Failure extends ServiceException> = Partial<Omit<Failure, keyof ServiceException>> & {
  readonly name: Failure["name"];
  /** What the service says; nothing if left out. */
  readonly message?: string;
  /** The error's name on the wire, where that differs: of an `UnmodeledServiceException`. */
  readonly code?: string;
  readonly $metadata?: StubbedMetadata;
};

/** A system error, as transports throw it: its `code` says what happened, e.g. `ECONNRESET`. */
export type SystemError = Error & { readonly code: string };

/**
 * Errors that can be stubbed: those of the service, and failures of the connection. The client's own errors, such as an
 * `InputValidationError`, need no stub.
 */
export type StubbedError<Failure> =
  | (Failure extends ServiceException
      ? Failure | ErrorParts<Failure>
      : Failure extends NetworkError | TimeoutError
        ? Failure
        : never)
  | SystemError;

/**
 * Writes an error as the service would.
 *
 * @throws the error itself, if it is a failure of the connection; TypeError if it is neither
 */
export function writeFailure(
  operation: OperationDescriptor,
  commonErrors: readonly ModeledExceptionClass[],
  error: unknown,
): HostResponse {
  if (isTransportFailure(error)) throw error;
  if (!isServiceError(error)) throw notStageable(operation, error);
  const { name, message = "", $metadata = {}, code } = error;
  const wireName = name === "UnmodeledServiceException" && typeof code === "string" ? code : name;
  const descriptors = [...operation.errors, ...commonErrors].map(({ descriptor }) => descriptor);
  const known = descriptors.find((each) => each.name === wireName);
  if (known === undefined && wireName === name) throw noSuchError(operation, descriptors, name);
  if (known !== undefined && !ServiceException.isInstance(error)) requireMembers(known, error);
  const status = $metadata.httpStatusCode;
  const host = new HostError({
    name: wireName,
    message,
    members: known === undefined ? {} : membersOf(known, error),
    ...(status === undefined ? {} : { status }),
  });
  return withMetadata(writeError(host, operation, commonErrors), $metadata);
}

/** Whether it is a failure of the connection. A TypeError of Node's has a `code`, too, but is a mistake in the test. */
export function isTransportFailure(error: unknown): error is Error {
  if (error instanceof NetworkError || error instanceof TimeoutError) return true;
  if (!isError(error) || ServiceException.isInstance(error)) return false;
  return "code" in error && typeof error.code === "string" && error.name !== "TypeError";
}

/** An error of another realm counts, too: Jest runs tests in one of their own. */
const isError = (value: unknown): value is Error =>
  isRecord(value) && (value instanceof Error || Object.prototype.toString.call(value) === "[object Error]");

const isServiceError = (value: unknown): value is ErrorParts<ServiceException> =>
  ServiceException.isInstance(value) ||
  (isRecord(value) && !isError(value) && typeof value["name"] === "string");

/** The members of an error, by their names in the model. */
const membersOf = (descriptor: ErrorDescriptor, error: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(descriptor.members).map((name) => [name, Reflect.get(error, propertyOf(descriptor, name))]),
  );

/** Of parts only: instances have what their class has. @throws TypeError if one is not the error's */
function requireMembers(descriptor: ErrorDescriptor, parts: object): void {
  const own = Object.keys(descriptor.members).map((member) => propertyOf(descriptor, member));
  const known = [...new Set(["name", "message", "code", ...own])];
  const unknown = Object.keys(parts).find((key) => !key.startsWith("$") && !known.includes(key));
  if (unknown !== undefined)
    throw new TypeError(`${descriptor.name} has no ${unknown}; it has ${known.join(", ")}.`);
}

function notStageable({ name }: OperationDescriptor, error: unknown): TypeError {
  const what = isError(error) ? `${error.name}: ${error.message}` : typeof error;
  return new TypeError(
    `${name} cannot end in this: ${what}. Pass an error of the service, as an instance or as { name, message, … }; ` +
      "a NetworkError or TimeoutError; or an Error with the code of the system's, such as ECONNRESET.",
    { cause: error },
  );
}

function noSuchError(
  operation: OperationDescriptor,
  descriptors: readonly ErrorDescriptor[],
  name: string,
): TypeError {
  const known = descriptors.map((error) => error.name).join(", ");
  return new TypeError(
    `${operation.name} has no error ${name}; it has ${known}. For an error that nobody modelled: ` +
      `{ name: "UnmodeledServiceException", code: "${name}" }.`,
  );
}
