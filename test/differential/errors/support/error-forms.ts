import type { Answer } from "../../support/both-clients.js";

/** How an answer may say which error it is. */
export type ErrorForm = (
  name: string,
) => Pick<Answer, "headers"> & { readonly body?: Record<string, unknown> };

const NAMESPACE = "com.amazonaws.amplifybackend";
const URI = "http://internal.amazon.com/coral/com.amazonaws.amplifybackend/";

const header =
  (write: (name: string) => string, headerName = "x-amzn-errortype"): ErrorForm =>
  (name) => ({ headers: [[headerName, write(name)]] });

const body =
  (write: (name: string) => Record<string, unknown>): ErrorForm =>
  (name) => ({ body: write(name) });

/**
 * All ways in which restJson1 carries the type of an error.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#operation-error-serialization
 */
export const errorForms: Readonly<Record<string, ErrorForm>> = {
  header: header((name) => name),
  "header with URI": header((name) => `${name}:${URI}`),
  "header with namespace": header((name) => `${NAMESPACE}#${name}`),
  "header with another namespace": header((name) => `aws.protocoltests#${name}`),
  "header with namespace and URI": header((name) => `${NAMESPACE}#${name}:${URI}`),
  "header with a list": header((name) => `${name},Other`),
  "header with a list of URIs": header((name) => `${name}:${URI},Other:${URI}`),
  "header in capitals": header((name) => name, "X-AMZN-ERRORTYPE"),
  "header as AWS writes it": header((name) => name, "x-amzn-ErrorType"),
  "header twice": (name) => ({
    headers: [
      ["x-amzn-errortype", name],
      ["X-Amzn-ErrorType", "Other"],
    ],
  }),
  "header with two hash signs": header((name) => `a#${name}#b`),
  code: body((code) => ({ code })),
  Code: body((Code) => ({ Code })),
  CODE: body((CODE) => ({ CODE })),
  "code with namespace": body((name) => ({ code: `${NAMESPACE}#${name}` })),
  "code with namespace and URI": body((name) => ({ code: `${NAMESPACE}#${name}:${URI}` })),
  "two codes": body((name) => ({ cOde: name, code: "Other" })),
  __type: body((__type) => ({ __type })),
  "__type with namespace": body((name) => ({ __type: `${NAMESPACE}#${name}` })),
  "__type with URI": body((name) => ({ __type: `${name}:${URI}` })),
  "__type with namespace and URI": body((name) => ({ __type: `${NAMESPACE}#${name}:${URI}` })),
  "code before __type": body((name) => ({ __type: "Other", code: name })),
  "header and body": (name) => ({
    headers: [["x-amzn-errortype", name]],
    body: { code: name, __type: name },
  }),
  "header against body": (name) => ({
    headers: [["x-amzn-errortype", name]],
    body: { code: "Other", __type: "BadRequestException" },
  }),
};

/** AWS's errors that no model lists, in all spellings that its services use, with their usual status. */
export const commonErrors: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  AccessDeniedException: 403,
  ExpiredToken: 400,
  ExpiredTokenException: 403,
  IncompleteSignature: 400,
  IncompleteSignatureException: 403,
  InternalFailure: 500,
  InternalServerError: 500,
  InternalServerException: 500,
  InternalServiceException: 504,
  InvalidClientTokenId: 403,
  InvalidSignatureException: 403,
  LimitExceededException: 429,
  MissingAuthenticationToken: 403,
  MissingAuthenticationTokenException: 403,
  NotAuthorized: 400,
  OptInRequired: 403,
  RequestEntityTooLargeException: 413,
  RequestExpired: 400,
  RequestTimeout: 408,
  RequestTimeTooSkewed: 403,
  ResourceNotFoundException: 404,
  ServiceUnavailable: 503,
  ServiceUnavailableException: 503,
  SignatureDoesNotMatch: 403,
  SlowDown: 503,
  Throttling: 400,
  ThrottlingException: 400,
  TooManyRequests: 429,
  UnknownOperationException: 404,
  UnrecognizedClientException: 403,
  ValidationError: 400,
  ValidationException: 400,
};

/** The errors that AWS's model lists, with their status. */
export const modelledErrors: Readonly<Record<string, number>> = {
  BadRequestException: 400,
  GatewayTimeoutException: 504,
  NotFoundException: 404,
  TooManyRequestsException: 429,
};

/** An answer that carries an error in a form, with what else is in the body. */
export function errorAnswer(form: ErrorForm, name: string, status: number, more: object): Answer {
  const { headers = [], body: type = {} } = form(name);
  return {
    status,
    headers: [["x-amzn-requestid", "request"], ["x-amz-cf-id", "front"], ...headers],
    body: JSON.stringify({ ...type, ...more }),
  };
}
