import { platform } from "#platform";
import type { UserAgent } from "../config/user-agent.js";
import type { Endpoint } from "../endpoint/endpoint.js";
import type { SerializedRequest } from "../protocol/serialize-request.js";
import type { HttpHandler, HttpRequest } from "../transport/http-handler.js";

/** What all attempts of one call share. */
export interface RequestParts {
  readonly serialized: SerializedRequest;
  readonly endpoint: Endpoint;
  readonly userAgent: UserAgent;
  /** Carry on the trace of whatever the call is part of. */
  readonly traceHeaders: Record<string, string>;
  /** Tells the service that attempts belong together. */
  readonly invocationId: string;
  readonly handler: HttpHandler;
}

/** Makes the request of one attempt, unsigned. The headers are those of AWS's clients: browsers ask leave for any other. */
export function buildRequest(parts: RequestParts, attempt: number, maxAttempts: number): HttpRequest {
  const { serialized, endpoint, userAgent } = parts;
  return {
    method: serialized.method,
    protocol: endpoint.protocol,
    hostname: endpoint.hostname,
    ...(endpoint.port === undefined ? {} : { port: endpoint.port }),
    path: endpoint.path === "/" ? serialized.path : endpoint.path + serialized.path,
    query: { ...endpoint.query, ...serialized.query },
    headers: {
      ...parts.traceHeaders,
      ...hostHeader(endpoint, parts.handler),
      ...endpoint.headers,
      ...serialized.headers,
      ...(platform.setsUserAgent
        ? { "user-agent": userAgent.full, "x-amz-user-agent": userAgent.short }
        : { "x-amz-user-agent": userAgent.full }),
      "amz-sdk-invocation-id": parts.invocationId,
      "amz-sdk-request": `attempt=${attempt}; max=${maxAttempts}`,
    },
    body: serialized.body,
  };
}

/** HTTP/2 calls the host something else. */
function hostHeader({ hostname, port }: Endpoint, { metadata }: HttpHandler): Record<string, string> {
  const host = port === undefined ? hostname : `${hostname}:${port}`;
  return metadata?.handlerProtocol?.includes("h2") ? { ":authority": host } : { host };
}
