import type { OperationDescriptor } from "../descriptors/operation.js";
import type { QueryParameterBag } from "../transport/http-handler.js";
import type { TokenMaker } from "./json-writer.js";
import { serializeBody } from "./serialize-body.js";

/** What an operation and its input say about a request: everything but where it goes and who sends it. */
export interface SerializedRequest {
  readonly method: string;
  /** Encoded. */
  readonly path: string;
  readonly query: QueryParameterBag;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | undefined;
}

/**
 * Writes a request as restJson1 wants it.
 *
 * @param path - with labels filled in and checked, see `serializeLabels`
 * @throws {@link InputProblem} where the input cannot be put on the wire
 * @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html
 */
export function serializeRequest(
  operation: OperationDescriptor,
  path: string,
  input: Record<string, unknown>,
  token: TokenMaker,
): SerializedRequest {
  const { body, contentType } = serializeBody(operation.input, input, token);
  const { bound } = operation.input;
  const headers = bound?.writeHeaders(operation.input, input, token) ?? {};
  if (contentType !== undefined) headers["content-type"] ??= contentType;
  if (body !== undefined && body.length > 0) headers["content-length"] = String(body.length);
  return {
    method: operation.http.method,
    path,
    query: bound?.writeQuery(operation, input, token) ?? {},
    headers,
    body,
  };
}
