import { isMadeBy } from "../errors/instance-of.js";
import { NetworkError } from "../errors/network-error.js";
import { TimeoutError } from "../errors/timeout-error.js";
import type { HttpProxy } from "./proxy.js";
import { systemFailure } from "./system-failure.js";

/** Node's own code for a proxy that makes no tunnel. @see https://nodejs.org/api/errors.html#err_proxy_tunnel */
const NO_TUNNEL = "ERR_PROXY_TUNNEL";

/** A proxy that would not let a request through. */
export function proxyRefused({ host }: HttpProxy, statusCode: number): NetworkError {
  const hint = statusCode === 407 ? " Its URL needs a user and a password that it knows." : "";
  const message = `The proxy ${host} refused to connect to the service, with status ${statusCode}.${hint}`;
  return new NetworkError(message, { phase: "connect", code: NO_TUNNEL });
}

/** A proxy that took longer than a connection may take. @param limit - milliseconds */
export function proxyTooSlow({ host }: HttpProxy, cause: unknown, limit?: number): TimeoutError {
  return new TimeoutError(`The proxy ${host} did not connect in time.`, { phase: "connect", limit, cause });
}

/** A proxy that could not be reached, or hung up before it had connected: the service has seen nothing. */
export function proxyUnreachable(proxy: HttpProxy, cause: unknown): NetworkError | TimeoutError {
  const failure = systemFailure(cause, false);
  if (isMadeBy(TimeoutError, failure)) return proxyTooSlow(proxy, cause);
  // Smithy's handler would take a dropped connection for a timeout, by its code.
  const vague = failure.phase === "unknown" || failure.code === "ECONNRESET";
  const phase = vague ? "connect" : failure.phase;
  const code = vague ? NO_TUNNEL : failure.code;
  const why = code === undefined ? "" : ` (${code})`;
  return new NetworkError(`The proxy ${proxy.host} could not be reached${why}.`, { phase, code, cause });
}
