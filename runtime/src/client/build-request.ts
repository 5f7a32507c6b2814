import type { Endpoint } from "../endpoint/endpoint.js";
import type { SerializedRequest } from "../protocol/serialize-request.js";
import type { HttpHandler, HttpRequest } from "../transport/http-handler.js";

/**
 * Makes the request that all attempts of one call share.
 *
 * @param first - headers that come first: they carry on the trace of whatever the call is part of
 * @param last - headers that come last: they say who calls, and that attempts belong together
 */
export function buildRequest(
  serialized: SerializedRequest,
  endpoint: Endpoint,
  handler: HttpHandler,
  first: Readonly<Record<string, string>>,
  last: Readonly<Record<string, string>>,
): HttpRequest {
  const { protocol, hostname, port, path, query, headers } = endpoint;
  return {
    method: serialized.method,
    protocol,
    hostname,
    ...(port === undefined ? {} : { port }),
    path: path === "/" ? serialized.path : path + serialized.path,
    query: { ...query, ...serialized.query },
    headers: { ...first, ...hostHeader(endpoint, handler), ...headers, ...serialized.headers, ...last },
    body: serialized.body,
  };
}

/** A copy for one attempt, unsigned. Its headers are those of AWS's clients: browsers ask leave for any other. */
export function requestForAttempt(request: HttpRequest, attempt: number, maxAttempts: number): HttpRequest {
  return {
    ...request,
    query: { ...request.query },
    headers: { ...request.headers, "amz-sdk-request": `attempt=${attempt}; max=${maxAttempts}` },
  };
}

/** HTTP/2 calls the host something else. */
function hostHeader({ hostname, port }: Endpoint, { metadata }: HttpHandler): Record<string, string> {
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  return metadata?.handlerProtocol?.includes("h2") ? { ":authority": host } : { host };
}
